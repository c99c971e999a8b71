import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { multiplyModulo, powerModulo } from "../toolkit/numbers/modular.ts";
import { countCoprimePairs, pairsByGcd } from "../toolkit/numbers/pairs-by-gcd.ts";
import { mobiusUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N_M = 300_000;
const PRIMES = [666_623_333, 998_244_353, 1_000_000_007];

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N_M),
  M: integerFrom(1, LARGEST_N_M),
  MOD: integerFrom(2, 2 ** 31),
  reference_answer: integerFrom(0),
});

interface Product {
  readonly N: number;
  readonly M: number;
  readonly MOD: number;
}

/** At level 0 N and M are 3, 4 or 5, and the product is 2, 6 or 30: 2 in more than half of the problems. */
export const gcdFibonacciProduct = defineEnvironment({
  id: "GCDFibonacciProduct",
  title: "Product of Fibonacci numbers of gcds",
  summary: "Multiply f(gcd(i, j)) over all i ≤ N, j ≤ M, modulo a prime, f the Fibonacci numbers.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    const MOD = random.choice(PRIMES);
    const mobius = mobiusUpTo(Math.min(N, M));
    const countPairs = (d: number) =>
      countCoprimePairs(Math.floor(N / d), Math.floor(M / d), mobius);
    return { MAX_N_M, N, M, MOD, reference_answer: multiplyPowers({ N, M, MOD }, countPairs) };
  },

  prompt: ({ N, M, MOD }) =>
    `Let f be the Fibonacci numbers: f(1) = 1, f(2) = 1, and f(n) = f(n − 1) + f(n − 2) for n > 2.

Multiply f(gcd(i, j)) over all pairs (i, j) of integers with 1 ≤ i ≤ ${N} and 1 ≤ j ≤ ${M}, where gcd(i, j) is the greatest common divisor of i and j. Give the product modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", (problem: Product) => {
    const pairs = pairsByGcd(problem.N, problem.M);
    return multiplyPowers(problem, (d) => pairs[d]);
  }),
});

/** The product of f(d)^(number of pairs of gcd d) over all d. O(n log n) for n = min(N, M). */
function multiplyPowers({ N, M, MOD }: Product, countPairs: (d: number) => number): number {
  let product = 1;
  let [term, next] = [1, 1];
  for (let d = 1; d <= Math.min(N, M); d++) {
    product = multiplyModulo(product, powerModulo(term, countPairs(d), MOD), MOD);
    [term, next] = [next, (term + next) % MOD];
  }
  return product;
}
