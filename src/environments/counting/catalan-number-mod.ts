import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { multiplyModulo, powerModulo, primesUpTo } from "../toolkit/numbers/integers.ts";
import { exactModulo } from "../toolkit/scoring/residues.ts";

const MAX_MOD = 1_000_000_000;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_MAX_N = 1_000_000;

const Parameters = z.object({
  MAX_N: z.int().min(2).max(LARGEST_MAX_N, `MAX_N must be at most ${LARGEST_MAX_N}`),
});
const Instance = Parameters.extend({
  N: z.int().min(1),
  MOD: z.int().min(1),
  reference_answer: z.int(),
});

export const catalanNumberMod = defineEnvironment({
  id: "CatalanNumberMod",
  title: "Catalan permutations modulo",
  summary:
    "Count permutations of 1..2N increasing on odd places, on even places and within consecutive pairs, mod MOD.",
  reward: "1 if right, 0 if wrong; outside [0, MOD) −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 3 }, ({ MAX_N }) => ({ MAX_N: grow(MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(2, MAX_N);
    const MOD = random.integer(2, MAX_MOD);
    return { MAX_N, N, MOD, reference_answer: catalanModulo(N, MOD) };
  },

  prompt: ({ N, MOD }) =>
    `Consider the permutations A[1], A[2], …, A[${2 * N}] of the integers 1, 2, …, ${2 * N} that satisfy all of these conditions:
- A[1] < A[3] < A[5] < …: the elements at odd indices increase.
- A[2] < A[4] < A[6] < …: the elements at even indices increase.
- A[2i − 1] < A[2i] for every i from 1 to ${N}.

How many such permutations are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}.`,

  answer: integer,

  score: (answer, { reference_answer, MOD }) => exactModulo(answer, reference_answer, MOD),

  solve: ({ N, MOD }) => String(catalanModulo(N, MOD)),
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

/** How often a prime divides n!: ⌊n/p⌋ + ⌊n/p²⌋ + … (Legendre). */
function exponentInFactorial(prime: number, n: number): number {
  let exponent = 0;
  for (let rest = Math.floor(n / prime); rest > 0; rest = Math.floor(rest / prime)) {
    exponent += rest;
  }
  return exponent;
}
