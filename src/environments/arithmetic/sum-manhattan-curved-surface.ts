import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sumOfDivisorCounts } from "../toolkit/numbers/divisor-counts.ts";
import { sumOfSquaresUpTo, sumUpTo } from "../toolkit/numbers/power-sums.ts";
import { quotientBlocks } from "../toolkit/numbers/quotient-blocks.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST = 500_000;
/** Of a triple with a positive product, all or one of the numbers are positive. */
const SIGN_PATTERNS = 4n;

const Parameters = z.object({ MAX_A_B: sizeFrom(1, LARGEST) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(1, LARGEST),
  B: integerFrom(1, LARGEST),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("B", ({ A, B }) => A <= B, "must be at least A"));

interface Interval {
  A: number;
  B: number;
}

export const sumManhattanCurvedSurface = defineEnvironment({
  id: "SumManhattan_CurvedSurface",
  title: "Squared Manhattan sums on xyz = k",
  summary: "Sum (|x|+|y|+|z|)² over all integer triples whose product lies in the interval [A, B].",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_A_B: 5 }, ({ MAX_A_B }) => ({ MAX_A_B: Math.floor(1.5 * MAX_A_B) })),

  generate({ MAX_A_B }, random) {
    const A = random.integer(1, MAX_A_B);
    const B = random.integer(A, MAX_A_B);
    return { MAX_A_B, A, B, reference_answer: sumByBlocks({ A, B }) };
  },

  prompt: ({ A, B }) =>
    `For a positive integer k, let P(k) be the sum of (|x| + |y| + |z|)^2 over all ordered triples (x, y, z) of integers, negative ones included, with x · y · z = k. For example, P(1) = 36: the triples are (1, 1, 1), (1, −1, −1), (−1, 1, −1) and (−1, −1, 1), each with the value 9.

What is the sum of P(k) over all integers k from ${A} to ${B}, both included?

Answer with the sum as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, sumByProducts),
});

function sumByBlocks({ A, B }: Interval): bigint {
  return SIGN_PATTERNS * (sumOfTriples(B) - sumOfTriples(A - 1));
}

/**
 * Σ (x + y + z)² over positive triples with a product up to n: by symmetry 3 · Σ x² + 6 · Σ x · y.
 * For the third number, all pairs with a product up to q = ⌊n/x⌋ are left, or ⌊n/z⌋: a block of equal
 * quotients shares their count and the sum of their products. O(n^(3/4)).
 */
function sumOfTriples(n: number): bigint {
  let sum = 0n;
  for (const [first, last] of quotientBlocks(n, n)) {
    const q = Math.floor(n / first);
    const squares = sumOfSquaresUpTo(last) - sumOfSquaresUpTo(first - 1);
    sum += 3n * squares * BigInt(sumOfDivisorCounts(q));
    sum += 6n * BigInt(last - first + 1) * sumOfPairProducts(q);
  }
  return sum;
}

/** Σ x · y over positive pairs with a product up to q. O(√q). */
function sumOfPairProducts(q: number): bigint {
  let sum = 0n;
  for (const [first, last] of quotientBlocks(q, q)) {
    sum += (sumUpTo(last) - sumUpTo(first - 1)) * sumUpTo(Math.floor(q / first));
  }
  return sum;
}

/**
 * The same for each product k: first the pairs y · z = m, by number, Σ (y + z) and Σ (y + z)², then
 * x · m = k. O(B log B).
 */
function sumByProducts({ A, B }: Interval): bigint {
  const [counts, sums, squares] = [0, 1, 2].map(() => new Float64Array(B + 1));
  for (let y = 1; y <= B; y++) {
    for (let z = 1; y * z <= B; z++) {
      counts[y * z]++;
      sums[y * z] += y + z;
      squares[y * z] += (y + z) ** 2;
    }
  }
  const values = new Float64Array(B + 1);
  for (let x = 1; x <= B; x++) {
    for (let m = 1; x * m <= B; m++) {
      values[x * m] += x * x * counts[m] + 2 * x * sums[m] + squares[m];
    }
  }
  let sum = 0n;
  for (const value of values.subarray(A)) sum += BigInt(value);
  return SIGN_PATTERNS * sum;
}
