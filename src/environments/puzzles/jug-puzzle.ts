import { z } from "zod";
import { type Action, act, findActions, KINDS } from "../engines/jugs/jugs.ts";
import { defineEnvironment } from "../environment.ts";
import {
  type AnswerForm,
  parseAll,
  splitLines,
  splitTokens,
} from "../toolkit/answer-forms/answer-form.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import { parseInteger } from "../toolkit/numbers/parse.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const STEPS = [3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 35, 40, 45, 50];
const KIND_WEIGHTS = [0.1, 0.1, 0.8];
const CAPACITY_MULTIPLE = 10;
const MAX_N = 1_000;
const MAX_CAPACITY = 100_000;

const actionLines: AnswerForm<Action[]> = {
  description: "lines Fill i, Empty i or Pour i j",
  parse: (text) => parseAll(splitLines(text), parseAction),
};

const Parameters = z.object({ N: sizeFrom(2, MAX_N), steps: sizeFrom(2, 10_000) });
const Instance = instanceOf(Parameters, {
  jug_capacities: integersFrom(1, MAX_CAPACITY),
  target_volumn: integerFrom(1, MAX_CAPACITY),
  reference_answer: z.string(),
}).check(
  lengths("N", "jug_capacities"),
  rewarded("reference_answer", actionLines, verdict, "must leave the target in some jug"),
);

interface Jugs {
  N: number;
  jug_capacities: readonly number[];
  target_volumn: number;
  reference_answer: string;
}

export const jugPuzzle = defineEnvironment({
  id: "JugPuzzle",
  title: "Water jugs",
  summary: "Fill, empty and pour jugs until some jug holds exactly the target volume.",
  reward: `${EXACT_WORDS}; ${invalidWords("no such jug or poured into itself")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => STEPS.map((steps) => ({ N, steps }))),

  generate({ N, steps }, random) {
    const capacities = random.integers(N, 2, N * CAPACITY_MULTIPLE);
    const fallback = random.integer(0, N - 1);
    let target_volumn = capacities[fallback];
    let reference_answer = `Fill ${fallback}`;
    // Volumes that are easily had, or were had before, make no target.
    const known = new Set([0, ...capacities]);
    for (const a of capacities) for (const b of capacities) known.add(a - b);
    const volumes = new Array<number>(N).fill(0);
    const actions: Action[] = [];
    for (let step = 0; step < steps; step++) {
      const action = redrawUntil((): Action | undefined => {
        const kind = KINDS[random.weightedIndex(KIND_WEIGHTS)];
        const i = random.integer(0, N - 1);
        if (kind === "Fill") return volumes[i] < capacities[i] ? [kind, i] : undefined;
        if (kind === "Empty") return volumes[i] > 0 ? [kind, i] : undefined;
        const j = random.integer(0, N - 1);
        const isEffective = i !== j && volumes[i] > 0 && volumes[j] < capacities[j];
        return isEffective ? [kind, i, j] : undefined;
      });
      act(action, volumes, capacities);
      actions.push(action);
      const fresh = [...new Set(volumes)].filter((volume) => !known.has(volume));
      if (fresh.length === 0) continue;
      for (const volume of fresh) known.add(volume);
      target_volumn = random.choice(fresh);
      reference_answer = `${formatActions(actions)}\n`;
    }
    return { N, steps, jug_capacities: capacities, reference_answer, target_volumn };
  },

  prompt: ({ N, jug_capacities, target_volumn }) =>
    `There are ${formatCount(N, "jug")}, numbered from 0 to ${N - 1}, all empty at first, and any amount of water:
${formatLines(jug_capacities, (capacity, jug) => `jug ${jug}: capacity ${capacity}`)}

There are three kinds of actions:
- Fill i: fill jug i to the brim.
- Empty i: pour out all that is in jug i.
- Pour i j: pour from jug i into another jug j until jug i is empty or jug j is full.

Find a sequence of actions, of any length, after which some jug holds exactly ${target_volumn}.

Answer with one action on each line, in this form, with numbers of jugs in place of i and j:
Fill i
Pour i j
Empty i`,

  answer: actionLines,

  score: verdict,

  picture: ({ jug_capacities }) => barsPicture(jug_capacities),

  solve: ({ jug_capacities, target_volumn }) =>
    formatActions(findActions(jug_capacities, target_volumn)),
});

function parseAction(line: string): Action | null {
  const [word, ...numbers] = splitTokens(line);
  const kind = KINDS.find((each) => each === word);
  const jugs = parseAll(numbers, parseInteger);
  if (kind === undefined || jugs?.length !== (kind === "Pour" ? 2 : 1)) return null;
  return [kind, jugs[0], jugs[1]];
}

function formatActions(actions: readonly Action[]): string {
  return formatLines(actions, ([kind, i, j]) => `${kind} ${i}${j === undefined ? "" : ` ${j}`}`);
}

function verdict(actions: readonly Action[], { N, jug_capacities, target_volumn }: Jugs): Verdict {
  const volumes = new Array<number>(N).fill(0);
  for (const action of actions) {
    const [, i, j] = action;
    const fault = findRangeFault(j === undefined ? [i] : [i, j], 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    if (i === j) return invalid(`jug ${i} is poured into itself`);
    act(action, volumes, jug_capacities);
  }
  return exact(volumes.includes(target_volumn), `no jug holds ${target_volumn} at the end`);
}
