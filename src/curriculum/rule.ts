import { Random } from "../environments/toolkit/random/random.ts";
import type { ProblemReference } from "../problems/reference.ts";
import type {
  CurriculumDefinition,
  CurriculumProgress,
  CurriculumRise,
} from "../protocol/curricula.ts";
import type { Curriculum, Member } from "./curriculum.ts";

/*
 * The rule by which difficulty follows accuracy, as RLVE's trainers have it: pure, without a clock,
 * without anything random but what the definition's seed determines.
 */

/** What a curriculum remembers of an environment. */
export type Progress = Omit<CurriculumProgress, "weight">;

/** What outputs of one environment's level came to. */
export interface Outcome {
  readonly environment: string;
  readonly difficulty: number;
  readonly samples: number;
  readonly correct: number;
}

/** What a report changes: all of it, or nothing where an outcome is refused. */
export type Reported =
  | { readonly progress: ReadonlyMap<string, Progress>; readonly rises: readonly CurriculumRise[] }
  | { readonly refused: string };

export function begin({ definition: { start } }: Curriculum): Progress {
  return {
    top: start,
    samples: 0,
    correct: 0,
    total_samples: 0,
    total_correct: 0,
    failed_draws: 0,
  };
}

/** Seeds are drawn below this: enough that no two draws of a run are alike. */
const SEEDS = 2 ** 48;

/**
 * Draw `number`: an environment by weight, one of the levels of the window up to its top, and seeds,
 * of which each further one is for the case that generation fails with those before. A pure function
 * of the definition, the number, and the tops at that moment.
 */
export function* draw(
  { definition, members }: Curriculum,
  number: number,
  topOf: (environment: string) => number,
): Generator<ProblemReference, never> {
  const random = toRandom(definition, number);
  const { environment } = choose(members, random.unit());
  const top = topOf(environment);
  const difficulty = random.integer(lowestLevel(definition, top), top);
  for (;;) yield { environment, difficulty, seed: random.integer(0, SEEDS - 1) };
}

/** From which level on an environment with this top is drawn. */
export function lowestLevel(
  { start, window }: Pick<CurriculumDefinition, "start" | "window">,
  top: number,
): number {
  return Math.max(start, top - window + 1);
}

/** The environment of draw `number`, which no top changes. */
export function drawEnvironment({ definition, members }: Curriculum, number: number): string {
  return choose(members, toRandom(definition, number).unit()).environment;
}

function toRandom({ seed }: Curriculum["definition"], number: number): Random {
  return new Random(`curriculum/${seed}/${number}`);
}

/** The member in whose part of all weights a share lies. */
function choose(members: readonly Member[], share: number): Member {
  const target = share * members[members.length - 1].cumulated;
  let low = 0;
  let high = members.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle].cumulated > target) high = middle;
    else low = middle + 1;
  }
  return members[low];
}

/**
 * What a report makes of the progress of the environments that it speaks of. Outcomes of the top
 * level count, those of lower levels are recorded, one of a level above the top is refused (unless
 * tops may fall: it may have been drawn before). Then each environment is checked once: with enough
 * samples, its top rises where they were right often enough, and the count begins anew either way.
 * @param draws how many draws there were, for the history
 */
export function report(
  curriculum: Curriculum,
  progressOf: (environment: string) => Progress,
  outcomes: readonly Outcome[],
  draws: number,
): Reported {
  const changed = new Map<string, Progress>();
  for (const outcome of outcomes) {
    const refused = findOutcomeRefusal(curriculum, outcome);
    if (refused !== null) return { refused };
    const { environment, difficulty, samples, correct } = outcome;
    const before = changed.get(environment) ?? progressOf(environment);
    if (difficulty > before.top && curriculum.definition.lower_below === null) {
      return { refused: tellTop(environment, difficulty, before.top) };
    }
    const counts = difficulty === before.top;
    changed.set(environment, {
      top: before.top,
      samples: before.samples + (counts ? samples : 0),
      correct: before.correct + (counts ? correct : 0),
      total_samples: before.total_samples + samples,
      total_correct: before.total_correct + correct,
      // One by one: to spread `before` takes as long as all the rest of a step's report.
      failed_draws: before.failed_draws,
    });
  }
  const rises: CurriculumRise[] = [];
  for (const [environment, progress] of changed) {
    const checked = check(curriculum, environment, progress);
    if (checked.top !== progress.top) rises.push({ environment, top: checked.top, draws });
    changed.set(environment, checked);
  }
  return { progress: changed, rises };
}

function check(
  { definition, memberOf }: Curriculum,
  environment: string,
  progress: Progress,
): Progress {
  const { min_samples, threshold, lower_below, start } = definition;
  const { top, samples, correct } = progress;
  if (samples < min_samples) return progress;
  const accuracy = correct / samples;
  const rises = accuracy >= threshold && memberOf.get(environment)?.has(top + 1) === true;
  const falls = lower_below !== null && accuracy < lower_below && top > start;
  return { ...progress, top: top + Number(rises) - Number(falls), samples: 0, correct: 0 };
}

/** Why an outcome cannot be, whatever the tops; null where it can. */
export function findOutcomeRefusal(
  curriculum: Curriculum,
  { environment, difficulty, samples, correct }: Outcome,
): string | null {
  if (correct > samples) return `${correct} of ${samples} outputs cannot be right.`;
  return findRefusal(curriculum, environment, difficulty);
}

/** Why a curriculum draws no problem of a level of an environment, whatever its top; null where it may. */
export function findRefusal(
  { definition: { start }, memberOf }: Curriculum,
  environment: string,
  difficulty: number,
): string | null {
  const member = memberOf.get(environment);
  if (member === undefined) return `The curriculum does not draw ${environment}.`;
  if (difficulty < start || !member.has(difficulty)) {
    return `Difficulty ${difficulty} of ${environment} is outside ${start}..${member.lastLevel}, of which the curriculum draws.`;
  }
  return null;
}

export function tellTop(environment: string, difficulty: number, top: number): string {
  return `Difficulty ${difficulty} of ${environment} is above its top, which is ${top}: the curriculum has not drawn it yet.`;
}
