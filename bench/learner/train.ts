import type { RlveGymClient } from "../../src/client/client.ts";
import { Random } from "../../src/environments/toolkit/random/random.ts";
import { Learner } from "./learner.ts";
import { fromCurriculum, fromLevels, type Source, type Tried } from "./sources.ts";

/** Of many families, generated in a moment at every level that a learner gets to. */
const ENVIRONMENTS = [
  "Sorting",
  "KingSorting",
  "Division",
  "Fibonacci",
  "CRT",
  "SubsetSum",
  "SetCover",
  "Josephus",
  "CowDanceShow",
  "MinimalCyclicShift",
  "ShortestUnicolorSubstring",
  "CatalanNumberMod",
  "StirlingSecond",
  "NewNimGame",
  "TreeElimination_Expectation",
  "Kth_BinaryTree",
  "DegreeFixed_SpanningTree",
  "Kakurasu",
  "MonotonicStack",
  "SubarrayXorSum",
];

/** As in a small run: a step is so many problems, with so many outputs each. */
const PROBLEMS_A_STEP = 32;
const OUTPUTS_A_PROBLEM = 8;

/** The levels that are fixed, and those of the uniform mix. */
const EASY = 2;
const HARD = 15;
const UNIFORM = [0, 20] as const;

/** A curriculum as it is by default, and one that stays closer to what the learner can just do. */
const CURRICULA = { curriculum: {}, narrow: { window: 2, threshold: 0.7 } } as const;

const LEVELS = { easy: [EASY, EASY], hard: [HARD, HARD], uniform: UNIFORM } as const;

export type Strategy = keyof typeof CURRICULA | keyof typeof LEVELS;

/** Where a learner stands after so many problems, and what those since the point before were like. */
export interface Point {
  readonly problems: number;
  /** The mean over environments: the level at which half of the answers are right. */
  readonly skill: number;
  /** Of the outputs since. */
  readonly accuracy: number;
  /** The share of problems since whose outputs differed, so that there was something to learn. */
  readonly teaching: number;
}

/** What is trained, and how closely it is looked at. */
export interface Run {
  readonly strategy: Strategy;
  readonly seed: number;
  /** A multiple of those of a point. */
  readonly problems: number;
  readonly points: number;
}

/** Trains a learner on problems that are chosen in one way. The same seed begins with the same learner. */
export async function train(
  client: RlveGymClient,
  { strategy, seed, problems, points }: Run,
): Promise<Point[]> {
  const learner = new Learner(ENVIRONMENTS, new Random(`learner ${seed}`));
  const source = await toSource(client, strategy, seed);
  const path: Point[] = [{ problems: 0, skill: learner.skill(), accuracy: 0, teaching: 0 }];
  for (let point = 1; point <= points; point++) {
    const until = (problems / points) * point;
    const since = { problems: 0, correct: 0, teaching: 0 };
    for (let done = path[point - 1].problems; done < until; done += PROBLEMS_A_STEP) {
      const tried = await step(learner, source, Math.min(PROBLEMS_A_STEP, until - done));
      for (const { environment, correct, samples } of tried) {
        since.problems++;
        since.correct += correct;
        since.teaching += Number(learner.learn(environment, correct, samples));
      }
    }
    path.push({
      problems: until,
      skill: learner.skill(),
      accuracy: since.correct / (since.problems * OUTPUTS_A_PROBLEM),
      teaching: since.teaching / since.problems,
    });
  }
  return path;
}

/** The learner answers, then the source is told: what it learns of a step is for the next. */
async function step(learner: Learner, source: Source, count: number): Promise<Tried[]> {
  const samples = OUTPUTS_A_PROBLEM;
  const tried = (await source.draw(count)).map((drawn) => ({
    ...drawn,
    samples,
    correct: learner.answer(drawn.environment, drawn.difficulty, samples),
  }));
  await source.report(tried);
  return tried;
}

async function toSource(client: RlveGymClient, strategy: Strategy, seed: number): Promise<Source> {
  if (strategy === "curriculum" || strategy === "narrow") {
    const curriculum = client.curriculum(`${strategy}-${seed}`);
    const definition = { environments: ENVIRONMENTS, seed, ...CURRICULA[strategy] };
    await curriculum.load(definition, { replace: true });
    return fromCurriculum(curriculum);
  }
  return fromLevels(ENVIRONMENTS, LEVELS[strategy], new Random(`${strategy} ${seed}`));
}
