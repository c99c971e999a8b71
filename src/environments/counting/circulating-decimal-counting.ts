import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { factorize } from "../toolkit/numbers/factors.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { mobiusUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 1_000_000;

const Parameters = z.object({
  MAX_N: sizeFrom(1, LARGEST),
  MAX_M: sizeFrom(1, LARGEST),
  MAX_K: sizeFrom(2, LARGEST),
});
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  K: integerFrom(2, LARGEST),
  reference_answer: integerFrom(1),
});

interface Bounds {
  N: number;
  M: number;
  K: number;
}

export const circulatingDecimalCounting = defineEnvironment({
  id: "CirculatingDecimalCounting",
  title: "Purely periodic fractions",
  summary:
    "Count values x/y, x up to N and y up to M, whose base-K expansion is purely periodic (integers included).",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 5, MAX_M: 5, MAX_K: 3 }, ({ MAX_N, MAX_M, MAX_K }) => ({
    MAX_N: Math.floor(1.5 * MAX_N),
    MAX_M: Math.floor(1.5 * MAX_M),
    MAX_K: grow(MAX_K),
  })),

  generate({ MAX_N, MAX_M, MAX_K }, random) {
    const N = random.integer(1, MAX_N);
    const M = random.integer(1, MAX_M);
    const K = random.integer(2, MAX_K);
    return { MAX_N, MAX_M, MAX_K, N, M, K, reference_answer: countFractions({ N, M, K }) };
  },

  prompt: ({ N, M, K }) =>
    `Consider the fractions x/y with integers 1 ≤ x ≤ ${N} and 1 ≤ y ≤ ${M}, written in base ${K}. A value is purely periodic if its digits after the point repeat from the first one on. In base 10, 5/11 = 0.454545… is purely periodic, while 1/6 = 0.1666… is not. Integers count as purely periodic; values that are no integers and whose expansion terminates do not.

How many different values x/y are purely periodic in base ${K}? Equal values, such as 1/2 and 2/4, count once.

Answer with the number of values as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, countByDenominators),
});

/**
 * A value in lowest terms is purely periodic exactly if its denominator is coprime to K: coprime
 * pairs (x, y) with gcd(y, K) = 1, by Möbius inversion over the common divisors d that are coprime
 * to K. O(n log n) for n = max(M, min(N, M)).
 */
function countFractions({ N, M, K }: Bounds): number {
  const coprimes = [0];
  for (let y = 1; y <= M; y++) coprimes.push(coprimes[y - 1] + (gcd(y, K) === 1 ? 1 : 0));
  const mobius = mobiusUpTo(Math.min(N, M));
  let count = 0;
  for (let d = 1; d < mobius.length; d++) {
    if (mobius[d] === 0 || coprimes[d] === coprimes[d - 1]) continue;
    count += mobius[d] * Math.floor(N / d) * coprimes[Math.floor(M / d)];
  }
  return count;
}

/** Denominator by denominator: the numerators up to N that are coprime to it. */
function countByDenominators({ N, M, K }: Bounds): number {
  let count = 0;
  for (let y = 1; y <= M; y++) {
    if (gcd(y, K) === 1) count += countCoprimesUpTo(N, y);
  }
  return count;
}

/** The integers 1..n without common divisor with y: inclusion and exclusion over y's primes. */
function countCoprimesUpTo(n: number, y: number): number {
  let signedDivisors = [1];
  for (const [prime] of factorize(y)) {
    signedDivisors = signedDivisors.flatMap((divisor) => [divisor, -divisor * prime]);
  }
  return signedDivisors.reduce(
    (sum, divisor) => sum + Math.sign(divisor) * Math.floor(n / Math.abs(divisor)),
    0,
  );
}
