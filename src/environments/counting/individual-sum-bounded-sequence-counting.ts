import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { powerOfMatrix } from "../toolkit/numbers/matrices.ts";
import { bigPowerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { logUniform } from "../toolkit/random/log-uniform.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MAX_MOD = 1_000_000_000;
const LARGEST_N = 2 ** 52;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST_N),
  K: integerFrom(2, LARGEST_N),
  M: integerFrom(1, LARGEST_N),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(holds("M", ({ N, K, M }) => 1 + M * (K - 1) <= N, "must be at most (N − 1)/(K − 1)"));

interface Bounds {
  N: number;
  K: number;
  M: number;
  MOD: number;
}

/**
 * At level 0 the sum is at most 2, 3 or 4, and the answer 1, 2 or 3 in nearly nine tenths of the
 * problems.
 */
export const individualSumBoundedSequenceCounting = defineEnvironment({
  id: "IndividualSumBounded_SequenceCounting",
  title: "Sequences of bounded terms and sum",
  summary:
    "Count length-K positive sequences, terms after the first at most M, total at most N, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 4 }, ({ MAX_N }) => ({ MAX_N: 2 * MAX_N })),

  generate({ MAX_N }, random) {
    const N = random.integer(2, MAX_N);
    const K = Math.floor(logUniform(2, N, random));
    const M = random.integer(1, Math.floor((N - 1) / (K - 1)));
    const MOD = random.integer(2, MAX_MOD);
    return { MAX_N, N, K, M, MOD, reference_answer: countSequences({ N, K, M, MOD }) };
  },

  prompt: ({ N, K, M, MOD }) =>
    `Count the sequences ${indexedSeries("X", K, 1)} of ${K} integers that satisfy all of these conditions:
- X[1] ≥ 1.
- 1 ≤ X[i] ≤ ${M} for every i from 2 to ${K}.
- ${indexedSeries("X", K, 1, " + ")} ≤ ${N}.

How many such sequences are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countByTails),
});

/**
 * Terms 2..K of sum s leave N − s first terms, never fewer than one: N · M^(K−1) without the sum of
 * all tails' sums, (K − 1) · M(M + 1)/2 · M^(K−2). O(log K).
 */
function countSequences({ N, K, M, MOD }: Bounds): number {
  const [n, k, m, modulus] = [N, K, M, MOD].map(BigInt);
  const all = n * bigPowerModulo(m, k - 1n, modulus);
  const sums = (k - 1n) * ((m * (m + 1n)) / 2n) * bigPowerModulo(m, k - 2n, modulus);
  return Number(remainder(all - sums, modulus));
}

/**
 * Term by term, with the number of tails and the sum of their sums: a term multiplies the one by M
 * and adds M(M + 1)/2 a tail to the other. A power of that 2 × 2 matrix, O(log K).
 */
function countByTails({ N, K, M, MOD }: Bounds): number {
  const sumOfTerms = Number(((BigInt(M) * BigInt(M + 1)) / 2n) % BigInt(MOD));
  const term = [
    [M % MOD, sumOfTerms],
    [0, M % MOD],
  ];
  const [[tails, sums]] = powerOfMatrix(term, K - 1, MOD);
  return Number(remainder(BigInt(N) * BigInt(tails) - BigInt(sums), BigInt(MOD)));
}
