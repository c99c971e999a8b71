import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { BinomialsModulo, binomial } from "../toolkit/numbers/binomials.ts";
import { derangements } from "../toolkit/numbers/combinatorial-numbers.ts";
import { multiplyModulo, remainder } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const PRIMES = [666_623_333, 998_244_353, 1_000_000_007];
/** Far beyond any use; the bound keeps every accepted instance solved within a second. */
const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(0, MAX_N),
  MOD: z.literal(PRIMES),
  reference_answer: integerFrom(0),
}).check(holds("M", ({ N, M }) => M <= N, "must be at most N"));

/** Only M and one of three moduli are drawn: there are 15 problems at level 0 and 24 at level 3. */
export const derangementExtension = defineEnvironment({
  id: "DerangementExtension",
  title: "Permutations with M fixed points",
  summary: "Count permutations of 1…N having exactly M fixed points, modulo a given prime.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const M = random.integer(0, N);
    const MOD = random.choice(PRIMES);
    return { N, M, MOD, reference_answer: countPermutations(N, M, MOD) };
  },

  prompt: ({ N, M, MOD }) =>
    `A fixed point of a permutation ${indexedSeries("P", N, 1)} of the integers from 1 to ${N} is an index i, counted from 1, with P[i] = i.

How many permutations of the integers from 1 to ${N} have exactly ${M} fixed point${M === 1 ? "" : "s"}? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ N, M, MOD }: { N: number; M: number; MOD: number }) =>
    countExactly(N, M, MOD),
  ),
});

/**
 * C(N, M) choices of the fixed points, and the derangements of the other elements by inclusion and
 * exclusion: n! · Σ (−1)^k / k!. O(N) modulo the prime.
 */
function countPermutations(N: number, M: number, prime: number): number {
  const table = new BinomialsModulo(N, prime);
  let sum = 0;
  for (let k = 0; k <= N - M; k++) {
    const term = table.inverseFactorial(k);
    sum = remainder(sum + (k % 2 === 0 ? term : -term), prime);
  }
  const deranged = multiplyModulo(table.factorial(N - M), sum, prime);
  return multiplyModulo(table.choose(N, M), deranged, prime);
}

/** The same with exact integers, the derangements by their recurrence. O(N) products. */
function countExactly(N: number, M: number, prime: number): number {
  return Number((binomial(N, M) * derangements(N)[N - M]) % BigInt(prime));
}
