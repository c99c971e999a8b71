import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { exponentInFactorial, factorize } from "../toolkit/numbers/factors.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within milliseconds. */
const LARGEST = 10 ** 12;

const Parameters = z.object({ MAX_N_K: sizeFrom(10, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  K: integerFrom(2, LARGEST),
  reference_answer: integerFrom(0),
});

/**
 * In a large base many factorials end in one zero or none: 1 is right in 41 % of the problems of level
 * 0, and 0 and 1 in a fifth each at level 3.
 */
export const factorialTrailingZeroCount = defineEnvironment({
  id: "FactorialTrailingZeroCount",
  title: "Trailing zeros of a factorial",
  summary: "Count the trailing zeros of N! written in base K.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_K: 10 }, ({ MAX_N_K }) => ({ MAX_N_K: Math.floor(1.5 * MAX_N_K) })),

  generate({ MAX_N_K }, random) {
    const N = random.integer(3, MAX_N_K);
    const K = random.integer(2, MAX_N_K);
    return { MAX_N_K, N, K, reference_answer: countTrailingZeros({ N, K }) };
  },

  prompt: ({ N, K }) =>
    `The factorial of ${N} (in base 10), the product of all integers from 1 to ${N}, is written in base ${K}.

With how many zeros does it end?

Answer with the number of zeros as one integer in base 10, like this: n`,

  ...exactInteger(countTrailingZeros),
});

/** The largest t for which K^t divides N!, prime by prime of K (Legendre). O(√K + log N). */
function countTrailingZeros({ N, K }: { N: number; K: number }): number {
  const counts = factorize(K).map(([prime, exponent]) =>
    Math.floor(exponentInFactorial(prime, N) / exponent),
  );
  return Math.min(...counts);
}
