import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { binomial } from "../toolkit/numbers/binomials.ts";
import { inverseModulo, multiplyModulo, remainder } from "../toolkit/numbers/modular.ts";
import { lowestTerms } from "../toolkit/numbers/ratios.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const PRIME = 998_244_353;
/** Divisors are invertible modulo the prime as long as the box has fewer cells than it. */
const LARGEST = 999;

const side = integerFrom(2, LARGEST);

const Parameters = z.object({ MAX_N_M_L: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: side,
  M: side,
  L: side,
  K: integerFrom(0, LARGEST),
  reference_answer: integerFrom(0, PRIME - 1),
}).check(
  holds("K", ({ N, M, L, K }) => K <= Math.min(N, M, L), "must be at most the shortest side"),
);

interface Box {
  N: number;
  M: number;
  L: number;
  K: number;
}

/** At level 0 there are nine problems, of sides 2 and 3. */
export const cubeFixedLocalMaximumCounting = defineEnvironment({
  id: "Cube_FixedLocalMaximumCounting",
  title: "Dominant cells of a box",
  summary:
    "Find, modulo 998244353, the probability that a randomly numbered N×M×L box has exactly K dominant cells.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M_L: 3 }),

  generate({ MAX_N_M_L }, random) {
    const [N, M, L] = random.integers(3, 2, MAX_N_M_L);
    const K = random.integer(2, Math.min(N, M, L));
    return { MAX_N_M_L, N, M, L, K, reference_answer: probabilityModulo({ N, M, L, K }) };
  },

  prompt: ({ N, M, L, K }) =>
    `A box consists of ${N} × ${M} × ${L} cells (x, y, z) with 1 ≤ x ≤ ${N}, 1 ≤ y ≤ ${M} and 1 ≤ z ≤ ${L}. They are numbered from 1 to ${N * M * L} in a uniformly random order, each number once. A cell is dominant if its number is larger than those of all other cells that have at least one coordinate in common with it (the same x, the same y or the same z).

What is the probability that there are exactly ${K} dominant cells? Give it modulo the prime ${PRIME}: if it is p/q in lowest terms, the answer is the integer r with 0 ≤ r < ${PRIME} and q·r ≡ p modulo ${PRIME}.

Answer with r as one integer, like this: r`,

  ...exactRemainder(PRIME, probabilityExactly),
});

/** The cells that have no coordinate in common with j cells that differ in all coordinates. */
function cellsApart({ N, M, L }: Box, j: number): number {
  return (N - j) * (M - j) * (L - j);
}

/**
 * Inclusion and exclusion over which i cells are dominant (they differ in all coordinates). In the
 * order of their numbers, each is the largest of all cells that touch it or a smaller one: i chosen
 * cells are so with the product over j of 1 / (R(0) − R(j)), and there are R(0) · … · R(i − 1) ordered
 * choices, where R(j) = (N − j)(M − j)(L − j). O(Q log p) for the shortest side Q.
 */
function probabilityModulo(box: Box): number {
  const Q = Math.min(box.N, box.M, box.L);
  const all = cellsApart(box, 0);
  let atLeast = 1;
  let total = 0;
  for (let i = 0; i <= Q; i++) {
    if (i > 0) {
      const share = inverseModulo((all - cellsApart(box, i)) % PRIME, PRIME);
      atLeast = multiplyModulo(atLeast, cellsApart(box, i - 1) % PRIME, PRIME);
      atLeast = multiplyModulo(atLeast, share, PRIME);
    }
    if (i < box.K) continue;
    const choices = Number(binomial(i, box.K) % BigInt(PRIME));
    const term = multiplyModulo(choices, atLeast, PRIME);
    total = remainder(total + ((i - box.K) % 2 === 0 ? term : -term), PRIME);
  }
  return total;
}

/** The same sum as an exact fraction, reduced in the end. */
function probabilityExactly(box: Box): number {
  const Q = Math.min(box.N, box.M, box.L);
  const all = BigInt(cellsApart(box, 0));
  let [over, under] = [0n, 1n];
  let [p, q] = [1n, 1n];
  for (let i = 0; i <= Q; i++) {
    if (i > 0) {
      p *= BigInt(cellsApart(box, i - 1));
      q *= all - BigInt(cellsApart(box, i));
    }
    if (i < box.K) continue;
    const sign = (i - box.K) % 2 === 0 ? 1n : -1n;
    [over, under] = lowestTerms(over * q + sign * binomial(i, box.K) * p * under, under * q);
  }
  const modulus = BigInt(PRIME);
  const numerator = Number(remainder(over, modulus));
  return multiplyModulo(numerator, inverseModulo(Number(under % modulus), PRIME), PRIME);
}
