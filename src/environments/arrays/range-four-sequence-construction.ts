import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { type Literal, solveTwoSat } from "../toolkit/graphs/two-satisfiability.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture, lineNumbers, memberRows } from "../toolkit/pictures/grid.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const SYMBOLS = [0, 1, 2, 3];
/** The sets of two or more symbols: what the positions of a condition hold. */
const SYMBOL_SETS = Array.from({ length: 2 ** SYMBOLS.length }, (_, bits) =>
  SYMBOLS.filter((symbol) => (bits >> symbol) & 1),
).filter((symbols) => symbols.length >= 2);
/** There are at most so many conditions a position. */
const MOST_CONDITIONS = 2;
/** Far beyond any use: 2-satisfiability takes at worst some N² steps. */
const MAX_N = 2_000;

const met = satisfying({ beta: 5, unit: "conditions satisfied" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  conditions: z.array(integersFrom(1).min(2).max(SYMBOLS.length)).min(1),
  reference_answer: z.string(),
}).check(
  within("conditions", 1, "N"),
  holds(
    "conditions",
    ({ N, conditions }) => conditions.length <= MOST_CONDITIONS * N,
    ({ N }) => `must hold at most ${MOST_CONDITIONS * N} conditions`,
  ),
  holds(
    "conditions",
    ({ conditions }) =>
      conditions.every((positions) => new Set(positions).size === positions.length),
    "must name each position at most once in a condition",
  ),
  holds(
    "conditions",
    ({ N, conditions }) => findSequence(N, conditions) !== undefined,
    "must admit a sequence that satisfies all of them",
  ),
);

export const rangeFourSequenceConstruction = defineEnvironment({
  id: "RangeFourSequenceConstruction",
  title: "Four symbols with differences",
  summary:
    "Build a sequence over 0..3 with limited neighbours so that groups of positions hold different symbols.",
  reward: `${met.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const sequence = randomSequence(N, random);
    const conditions = randomConditions(sequence, random);
    return { N, conditions, reference_answer: sequence.join(" ") };
  },

  prompt: ({ N, conditions }) =>
    `Find a sequence of ${N} symbols, each of them 0, 1, 2 or 3. Its positions are numbered from 1.

Two neighbouring symbols must be 0 and 1, 0 and 3, or 1 and 2, in either order. All other pairs of neighbours are forbidden: 00, 11, 22, 33, 02, 20, 13, 31, 23 and 32.

Each of the following lines is a condition: the symbols at the positions named in the line must all be different from each other. Satisfy as many of these conditions as possible; all of them can be satisfied at once.
${formatLines(conditions, (positions) => positions.join(" "))}

Answer with the ${N} symbols on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(sequence, { N, conditions }) {
    const fault = findCountFault(sequence, N, "symbol") ?? findRangeFault(sequence, 0, 3);
    if (fault !== undefined) return invalid(fault);
    for (let position = 1; position < N; position++) {
      const [left, right] = [sequence[position - 1], sequence[position]];
      if (!mayNeighbour(left, right)) return invalid(`neighbours ${left} and ${right}`);
    }
    const satisfied = conditions.filter((positions) => areDifferent(positions, sequence)).length;
    return met.verdict(satisfied, conditions.length);
  },

  picture: ({ N, conditions }, symbols) =>
    gridPicture(memberRows(conditions, N, 1), {
      clues: { top: lineNumbers(0, N, 1).top, bottom: symbols?.slice(0, N) },
    }),

  solve({ N, conditions }) {
    const sequence = findSequence(N, conditions);
    if (sequence === undefined) throw new Error("the conditions contradict each other");
    return sequence.join(" ");
  },
});

/** Whether two symbols may stand side by side: neighbours on the path 3 – 0 – 1 – 2. */
function mayNeighbour(left: number, right: number): boolean {
  const pair = Math.min(left, right) + 4 * Math.max(left, right);
  return pair === 0 + 4 * 1 || pair === 0 + 4 * 3 || pair === 1 + 4 * 2;
}

function areDifferent(positions: readonly number[], sequence: readonly number[]): boolean {
  return new Set(positions.map((position) => sequence[position - 1])).size === positions.length;
}

/** Symbols drawn one by one with the same random weights, from those that may follow. */
function randomSequence(N: number, random: Random): number[] {
  const weights = random.integers(SYMBOLS.length, 1, N);
  const sequence = [random.weightedIndex(weights)];
  while (sequence.length < N) {
    const previous = sequence[sequence.length - 1];
    sequence.push(
      random.weightedIndex(
        weights.map((weight, symbol) => (mayNeighbour(previous, symbol) ? weight : 0)),
      ),
    );
  }
  return sequence;
}

/**
 * A uniform sample of the sets of positions that hold different symbols. They are numbered, set of
 * symbols by set of symbols, and drawn by their numbers, without listing them all.
 */
function randomConditions(sequence: readonly number[], random: Random): number[][] {
  const positionsOf = SYMBOLS.map((symbol) =>
    [...sequence.keys()].filter((index) => sequence[index] === symbol).map((index) => index + 1),
  );
  const sizes = SYMBOL_SETS.map((symbols) =>
    symbols.reduce((size, symbol) => size * positionsOf[symbol].length, 1),
  );
  const count = random.integer(1, Math.min(MOST_CONDITIONS * sequence.length, sum(sizes)));
  return random.distinctIntegers(count, 0, sum(sizes) - 1).map((number) => {
    let rest = number;
    let at = 0;
    while (rest >= sizes[at]) rest -= sizes[at++];
    const positions = SYMBOL_SETS[at].map((symbol) => {
      const choices = positionsOf[symbol];
      const choice = choices[rest % choices.length];
      rest = Math.floor(rest / choices.length);
      return choice;
    });
    return random.shuffle(positions);
  });
}

/**
 * A sequence that satisfies all conditions, undefined if there is none. Neighbours alternate between {0, 2} and {1, 3}, so a
 * symbol is its parity plus 0 (inner) or 2 (outer on the path 3 – 0 – 1 – 2); by symmetry, the first
 * may be even. What is left is 2-satisfiability: no two neighbours are outer, and of two positions
 * of one parity in a condition exactly one is.
 */
function findSequence(N: number, conditions: readonly (readonly number[])[]): number[] | undefined {
  const clauses: [Literal, Literal][] = [];
  for (let index = 1; index < N; index++) clauses.push([inner(index - 1), inner(index)]);
  for (const positions of conditions) {
    const indices = positions.map((position) => position - 1);
    for (const [at, a] of indices.entries()) {
      for (const b of indices.slice(at + 1)) {
        if ((a - b) % 2 === 0) clauses.push([inner(a), inner(b)], [outer(a), outer(b)]);
      }
    }
  }
  const isOuter = solveTwoSat(N, clauses);
  return isOuter?.map((isOuterHere, index) => (index % 2) + (isOuterHere ? 2 : 0));
}

function inner(index: number): Literal {
  return [index, false];
}

function outer(index: number): Literal {
  return [index, true];
}
