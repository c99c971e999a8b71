import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
} from "../toolkit/scoring/verdicts.ts";
import { findSliceFault, sliceSums, traceEnds } from "../toolkit/sequences/slices.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";

/** Totals are of the order N^6: up to this N they are exact, below 2^53. */
const MAX_N = 450;
const worth = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  xs: integersFrom(1, MAX_N),
  A_coef: integerFrom(-MAX_N, -1),
  B_coef: integerFrom(1, MAX_N ** 3),
  C_coef: integerFrom(-(MAX_N ** 5), MAX_N ** 5),
  gold_answer: integerFrom(1),
}).check(lengths("N", "xs"));

interface Coefficients {
  readonly A_coef: number;
  readonly B_coef: number;
  readonly C_coef: number;
}

export const quadraticFunctionSegmentation = defineEnvironment({
  id: "QuadraticFunctionSegmentation",
  title: "Batches with a quadratic value",
  summary:
    "Cut an array into consecutive batches so that the total of a concave quadratic of their sums is greatest.",
  reward: `${worth.words}, 0 if negative; ${invalidWords()}, ${malformedWords("no batch")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const xs = random.integers(N, 1, N);
      const coefficients = {
        A_coef: random.integer(-N, -1),
        B_coef: random.integer(1, randomProduct(3, N, random)),
        C_coef: random.integer(-randomProduct(5, N, random), randomProduct(5, N, random)),
      };
      const gold_answer = totalWorth(xs, mostValuableSlicing(xs, coefficients), coefficients);
      if (gold_answer <= bestSimpleTotal(xs, coefficients)) return undefined;
      return { N, xs, ...coefficients, gold_answer };
    });
  },

  prompt: ({ N, xs, A_coef, B_coef, C_coef }) =>
    `Here is an array x of ${N} integers, with indices from 1:
${formatIndexed("x", xs, 1)}

Cut the array into one or more consecutive batches, each of at least one element; every element belongs to one batch. A batch whose elements have the sum X is worth ${formatPolynomial([C_coef, B_coef, A_coef], "X")}. Choose the cuts so that the total worth of all batches is as large as possible.

Answer with the index of the last element of each batch, from the first batch to the last: increasing integers on one line, separated by spaces, of which the last is ${N}, like this: i j … ${N}`,

  answer: integerList,

  score(ends, { N, xs, A_coef, B_coef, C_coef, gold_answer }) {
    if (ends.length === 0) return malformed("no batch is given");
    const fault = findSliceFault(ends, N, 1);
    if (fault !== undefined) return invalid(fault);
    const total = totalWorth(xs, ends, { A_coef, B_coef, C_coef });
    if (total < 0) return partial(0, `total ${total} is negative`);
    return worth.verdict(total, gold_answer);
  },

  picture: ({ N, xs }, ends) => barsPicture(xs, { base: 1, groups: toBatches(ends, N, 1) }),

  solve: ({ xs, A_coef, B_coef, C_coef }) =>
    mostValuableSlicing(xs, { A_coef, B_coef, C_coef }).join(" "),
});

/** The product of that many independent uniform integers of 1..N. */
function randomProduct(factors: number, N: number, random: Random): number {
  return random.integers(factors, 1, N).reduce((product, factor) => product * factor, 1);
}

function worthOf(total: number, { A_coef, B_coef, C_coef }: Coefficients): number {
  return A_coef * total * total + B_coef * total + C_coef;
}

function totalWorth(
  xs: readonly number[],
  ends: readonly number[],
  coefficients: Coefficients,
): number {
  return sum(sliceSums(xs, ends, 1).map((total) => worthOf(total, coefficients)));
}

/**
 * The most that is to be had without thought, which a problem must exceed: no worth at all, one
 * batch, two batches, or every element a batch of its own.
 */
function bestSimpleTotal(xs: readonly number[], coefficients: Coefficients): number {
  const N = xs.length;
  const totals = xs.map((_, index) =>
    totalWorth(xs, index + 1 < N ? [index + 1, N] : [N], coefficients),
  );
  const singletons = sum(xs.map((x) => worthOf(x, coefficients)));
  return Math.max(0, singletons, ...totals);
}

/** The 1-based last indices of batches of the largest total: dynamic programming, O(N²). */
function mostValuableSlicing(xs: readonly number[], coefficients: Coefficients): number[] {
  const prefix = prefixSums(xs);
  const best = [0];
  const startOfLast = [0];
  for (let end = 1; end <= xs.length; end++) {
    best[end] = Number.NEGATIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const total = best[start] + worthOf(prefix[end] - prefix[start], coefficients);
      if (total <= best[end]) continue;
      best[end] = total;
      startOfLast[end] = start;
    }
  }
  return traceEnds(startOfLast, xs.length);
}
