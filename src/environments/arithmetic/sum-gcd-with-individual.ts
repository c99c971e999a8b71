import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { divisorsOf, factorize, totient } from "../toolkit/numbers/factors.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the sums stay below 2^53. */
const LARGEST_N = 10 ** 11;

const Parameters = z.object({ MAX_N: sizeFrom(4, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  reference_answer: integerFrom(1),
});

export const sumGcdWithIndividual = defineEnvironment({
  id: "SumGCDWithIndividual",
  title: "Sum of gcds with N",
  summary: "Sum gcd(i, N) over 1 ≤ i ≤ N.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 32 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(4, MAX_N);
    return { MAX_N, N, reference_answer: sumByPrimes(N) };
  },

  prompt: ({ N }) =>
    `For each integer i from 1 to ${N}, both included, take gcd(i, ${N}), the greatest common divisor of i and ${N}.

What is the sum of these ${N} values?

Answer with the sum as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, ({ N }: { N: number }) => sumByDivisors(N)),
});

/** The sum is multiplicative, and p^(e − 1) · ((e + 1) · p − e) for p^e (Pillai). O(√N). */
function sumByPrimes(N: number): number {
  return factorize(N).reduce((product, [p, e]) => product * p ** (e - 1) * ((e + 1) * p - e), 1);
}

/** Each divisor d is the gcd of φ(N / d) of the integers. */
function sumByDivisors(N: number): number {
  return sum(divisorsOf(N).map((d) => d * totient(N / d)));
}
