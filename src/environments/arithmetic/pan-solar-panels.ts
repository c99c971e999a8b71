import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { recurrence } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { quotientBlocks } from "../toolkit/numbers/quotient-blocks.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

const divisor = maximising({ beta: 3 });

/** Far beyond any use; the bound keeps every accepted draw within milliseconds. */
const LARGEST = 10 ** 9;

const Parameters = z.object({ MAX_A_B_C_D: sizeFrom(4, LARGEST) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(1, LARGEST),
  B: integerFrom(1, LARGEST),
  C: integerFrom(1, LARGEST),
  D: integerFrom(1, LARGEST),
  gold_answer: integerFrom(1),
}).check(
  holds("B", ({ A, B }) => A <= B, "must be at least A"),
  holds("D", ({ C, D }) => C <= D, "must be at least C"),
  holds(
    "gold_answer",
    (instance) => instance.gold_answer === findLargestByBlocks(instance),
    "must be the largest greatest common divisor",
  ),
);

interface Ranges {
  A: number;
  B: number;
  C: number;
  D: number;
}

export const panSolarPanels = defineEnvironment({
  id: "PanSolarPanels",
  title: "Largest gcd in two ranges",
  summary: "Pick X and Y from two given ranges so that gcd(X, Y) is as large as possible.",
  reward: `${divisor.words}; ${invalidWords("outside the ranges")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_A_B_C_D: 10 }, ({ MAX_A_B_C_D }) => ({
    MAX_A_B_C_D: Math.floor(1.5 * MAX_A_B_C_D),
  })),

  generate({ MAX_A_B_C_D }, random) {
    const [a, b, c, d] = redrawUntil(() => {
      const ends = ascending(random.integers(4, 1, MAX_A_B_C_D));
      return ends[1] < ends[2] ? ends : undefined;
    });
    const [A, B, C, D] = random.chance(0.5) ? [c, d, a, b] : [a, b, c, d];
    return { MAX_A_B_C_D, A, B, C, D, gold_answer: findLargestByBlocks({ A, B, C, D }) };
  },

  prompt: ({ A, B, C, D }) =>
    `Choose two integers X and Y with ${A} ≤ X ≤ ${B} and ${C} ≤ Y ≤ ${D} so that gcd(X, Y), their greatest common divisor, is as large as possible.

Answer with X and Y on one line, separated by a space, like this: X Y`,

  answer: integerTuple(2),

  score([X, Y], { A, B, C, D, gold_answer }) {
    const fault = findRangeFault([X], A, B) ?? findRangeFault([Y], C, D);
    if (fault !== undefined) return invalid(fault);
    return divisor.verdict(gcd(X, Y), gold_answer);
  },

  solve(ranges) {
    const g = findLargestByDescent(ranges);
    return `${largestMultiple(g, ranges.B)} ${largestMultiple(g, ranges.D)}`;
  },
});

/** The largest multiple of g up to n. */
function largestMultiple(g: number, n: number): number {
  return Math.floor(n / g) * g;
}

/**
 * The largest g with a multiple in both ranges: on a block of equal quotients ⌊B/g⌋ and ⌊D/g⌋ the
 * last g has the largest multiples. O(√B + √D).
 */
function findLargestByBlocks({ A, B, C, D }: Ranges): number {
  let largest = 1;
  for (const [, g] of quotientBlocks(Math.min(B, D), B, D)) {
    if (largestMultiple(g, B) >= A && largestMultiple(g, D) >= C) largest = g;
  }
  return largest;
}

/**
 * The same from above: where a range holds no multiple of g, it takes one multiple more, so a g down
 * to the range's upper end divided by that. O(√B + √D).
 */
function findLargestByDescent({ A, B, C, D }: Ranges): number {
  let g = Math.min(B, D);
  for (;;) {
    if (largestMultiple(g, B) < A) g = Math.floor(B / (Math.floor(B / g) + 1));
    else if (largestMultiple(g, D) < C) g = Math.floor(D / (Math.floor(D / g) + 1));
    else return g;
  }
}
