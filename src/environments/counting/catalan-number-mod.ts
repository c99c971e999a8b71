import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { exponentInFactorial } from "../toolkit/numbers/factors.ts";
import { multiplyModulo, powerModulo } from "../toolkit/numbers/modular.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MAX_MOD = 1_000_000_000;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_MAX_N = 1_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST_MAX_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_MAX_N),
  MOD: integerFrom(1, MAX_MOD),
  reference_answer: integer,
});

export const catalanNumberMod = defineEnvironment({
  id: "CatalanNumberMod",
  title: "Catalan permutations modulo",
  summary:
    "Count permutations of 1..2N increasing on odd places, on even places and within consecutive pairs, mod MOD.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 3 }),

  generate({ MAX_N }, random) {
    const N = random.integer(2, MAX_N);
    const MOD = random.integer(2, MAX_MOD);
    return { MAX_N, N, MOD, reference_answer: catalanModulo(N, MOD) };
  },

  prompt: ({ N, MOD }) =>
    `Consider the permutations ${indexedSeries("A", 2 * N, 1)} of the integers 1, 2, …, ${2 * N} that satisfy all of these conditions:
- A[1] < A[3] < A[5] < …: the elements at odd indices increase.
- A[2] < A[4] < A[6] < …: the elements at even indices increase.
- A[2i − 1] < A[2i] for every i from 1 to ${N}.

How many such permutations are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ N, MOD }: { N: number; MOD: number }) => catalanModulo(N, MOD)),
});

/**
 * The Catalan number (2N)! / (N! · (N + 1)!) modulo any number: the permutations are the standard
 * fillings of a 2 × N Young tableau, its upper row at the odd indices. Since the modulus need not be
 * prime, the fraction is not inverted but taken prime by prime, O(N log N).
 */
function catalanModulo(N: number, modulus: number): number {
  let catalan = 1 % modulus;
  for (const prime of primesUpTo(2 * N)) {
    const exponent =
      exponentInFactorial(prime, 2 * N) -
      exponentInFactorial(prime, N) -
      exponentInFactorial(prime, N + 1);
    catalan = multiplyModulo(catalan, powerModulo(prime, exponent, modulus), modulus);
  }
  return catalan;
}
