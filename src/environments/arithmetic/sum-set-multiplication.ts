import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { binomial, factorial } from "../toolkit/numbers/binomials.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MODULI = [666_623_333, 998_244_353, 1_000_000_007];

/** Far beyond any use; the bounds keep every solution within a few seconds. */
const LARGEST_N = 100;
const LARGEST_K = 1_000_000;

const Parameters = z
  .object({ MAX_N: sizeFrom(3, LARGEST_N), MAX_K: sizeFrom(4, LARGEST_K) })
  .check(holds("MAX_K", ({ MAX_N, MAX_K }) => MAX_K > MAX_N, "must exceed MAX_N"));
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  K: integerFrom(1, LARGEST_K),
  MOD: integerFrom(1, 2 ** 32),
  reference_answer: integerFrom(0),
}).check(holds("K", ({ N, K }) => K >= N, "must be at least N"));

interface Sum {
  N: number;
  K: number;
  MOD: number;
}

export const sumSetMultiplication = defineEnvironment({
  id: "SumSetMultiplication",
  title: "Products of distinct-integer sequences",
  summary:
    "Sum the products of all length-N sequences of distinct integers from 1..K, modulo a prime.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 3, MAX_K: 8 }, ({ MAX_N, MAX_K }) => ({
    MAX_N: MAX_N + 1,
    MAX_K: Math.floor(1.5 * MAX_K),
  })),

  generate({ MAX_N, MAX_K }, random) {
    const N = random.integer(3, MAX_N);
    const K = random.integer(N + 1, MAX_K);
    const MOD = random.choice(MODULI);
    return { MAX_N, MAX_K, N, K, MOD, reference_answer: sumByEulerian({ N, K, MOD }) };
  },

  prompt: ({ N, K, MOD }) =>
    `Consider all sequences ${indexedSeries("a", N, 1)} of ${N} integers from 1 to ${K} that are all distinct. Their order matters: the same integers in another order are another sequence. The value of a sequence is the product of its ${N} elements.

What is the sum of the values of all these sequences, modulo ${MOD}?

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", sumElementByElement),
});

/**
 * N! · e(N) for the elementary symmetric polynomial e(N) of 1..K, a Stirling number of the first
 * kind: Σ E(N, k) · C(K + 1 + k, 2N) with the second-order Eulerian numbers E (Graham, Knuth and
 * Patashnik, "Concrete Mathematics", 6.44). O(N²) operations on integers of O(N log K) bits.
 */
function sumByEulerian({ N, K, MOD }: Sum): number {
  const symmetric = secondOrderEulerian(N).reduce(
    (sum, count, k) => sum + count * binomial(K + 1 + k, 2 * N),
    0n,
  );
  return Number((factorial(N) * symmetric) % BigInt(MOD));
}

/** E(n, 0..n−1), from E(n, k) = (k + 1) · E(n − 1, k) + (2n − 1 − k) · E(n − 1, k − 1). */
function secondOrderEulerian(n: number): bigint[] {
  let row = [1n];
  for (let size = 2; size <= n; size++) {
    row = Array.from(
      { length: size },
      (_, k) => BigInt(k + 1) * (row[k] ?? 0n) + BigInt(2 * size - 1 - k) * (row[k - 1] ?? 0n),
    );
  }
  return row;
}

/** e(0..N) of the integers so far, with one more each time, modulo MOD. O(N · K). */
function sumElementByElement({ N, K, MOD }: Sum): number {
  const symmetric = new Float64Array(N + 1);
  symmetric[0] = 1 % MOD;
  for (let x = 1; x <= K; x++) {
    for (let size = Math.min(x, N); size >= 1; size--) {
      symmetric[size] += multiplyModulo(x % MOD, symmetric[size - 1], MOD);
      if (symmetric[size] >= MOD) symmetric[size] -= MOD;
    }
  }
  let result = symmetric[N];
  for (let factor = 2; factor <= N; factor++) {
    result = multiplyModulo(result, factor % MOD, MOD);
  }
  return result;
}
