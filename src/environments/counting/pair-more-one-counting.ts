import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer as integerForm } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { BinomialsModuloPrimePower } from "../toolkit/numbers/binomials-modulo-prime-powers.ts";
import { combineRemainders } from "../toolkit/numbers/chinese-remainders.ts";
import { powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactModulo, exactModuloWords } from "../toolkit/scoring/exact.ts";

const MAX_K = 5;
const LARGEST_M = 2 ** 50;
/** As many binomials are added up. */
const LARGEST_DELTA = 1_000;

const Parameters = z.object({
  MAX_M: sizeFrom(1, LARGEST_M),
  MAX_delta: sizeFrom(0, LARGEST_DELTA),
});
const Instance = instanceOf(Parameters, {
  M: integerFrom(1, LARGEST_M),
  delta: integerFrom(0, LARGEST_DELTA),
  K: integerFrom(1, MAX_K),
  reference_answer: integerFrom(0, 10 ** MAX_K - 1),
});

interface Lengths {
  M: number;
  delta: number;
  K: number;
}

export const pairMoreOneCounting = defineEnvironment({
  id: "PairMoreOneCounting",
  title: "Pairs of strings by their ones",
  summary:
    "Count pairs of binary strings of lengths M+delta and M where the first has more ones, modulo 10^K.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_M: 10, MAX_delta: 5 }, ({ MAX_M, MAX_delta }) => ({
    MAX_M: 2 * MAX_M,
    MAX_delta: grow(MAX_delta),
  })),

  generate({ MAX_M, MAX_delta }, random) {
    const M = random.integer(1, MAX_M);
    const delta = random.integer(0, MAX_delta);
    const K = random.integer(1, MAX_K);
    return { MAX_M, MAX_delta, M, delta, K, reference_answer: countPairs({ M, delta, K }) };
  },

  prompt: ({ M, delta, K }) =>
    `Consider the pairs (S, T) of strings over the characters 0 and 1, where S has length ${M + delta} and T has length ${M}.

In how many of these pairs does S hold more 1s than T (strictly more)? Give this number modulo 10^${K} = ${10 ** K}.

Answer with the remainder as one integer from 0 to ${10 ** K - 1}, like this: r`,

  reward: exactModuloWords("10^K"),
  answer: integerForm,
  score: (answer, { K, reference_answer }) => exactModulo(answer, reference_answer, 10 ** K),
  solve: (problem) => String(countPairs(problem)),
});

/**
 * Complementing both strings turns "more 1s in S" into "fewer, up to delta": all pairs by the excess
 * of S's 1s over T's, M + i of N + M places (Vandermonde). Twice the count is
 * 2^(N + M) + Σ C(N + M, M + i) over 0 < i < delta, or 4^M − C(2M, M) for delta = 0; it is found
 * modulo 2 · 10^K = 2^(K + 1) · 5^K and then halved. O(delta · log M).
 */
function countPairs({ M, delta, K }: Lengths): number {
  const places = 2 * M + delta;
  const parts = [new BinomialsModuloPrimePower(2, K + 1), new BinomialsModuloPrimePower(5, K)];
  const remainders = parts.map((binomials) => {
    let twice = powerModulo(2, places, binomials.modulus);
    if (delta === 0) twice -= binomials.choose(places, M);
    for (let i = 1; i < delta; i++) twice += binomials.choose(places, M + i);
    return remainder(twice, binomials.modulus);
  });
  const twice = combineRemainders(
    remainders,
    parts.map(({ modulus }) => modulus),
  );
  return Number(twice / 2n);
}
