import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { multiplyByPower } from "../toolkit/numbers/matrices.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const MAX_MOD = 1_000_000;
const LARGEST_N = 2 ** 44;
/** Solving takes K³ log(N·K) steps. */
const LARGEST_K = 120;

const Parameters = z.object({ MAX_N: sizeFrom(1, LARGEST_N), MAX_K: sizeFrom(2, LARGEST_K) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  K: integerFrom(2, LARGEST_K),
  R: integerFrom(0, LARGEST_K - 1),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(holds("R", ({ K, R }) => R < K, "must be less than K"));

interface Selection {
  N: number;
  K: number;
  R: number;
  MOD: number;
}

export const fixedModKSelectionCounting = defineEnvironment({
  id: "FixedModK_Selection_Counting",
  title: "Selections of sizes in a residue class",
  summary: "Sum the binomials C(n·k, i·k + r) over i ≥ 0, modulo p.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8, MAX_K: 5 }, ({ MAX_N, MAX_K }) => ({
    MAX_N: 2 * MAX_N,
    MAX_K: grow(MAX_K),
  })),

  generate({ MAX_N, MAX_K }, random) {
    const N = random.integer(1, MAX_N);
    const K = random.integer(2, MAX_K);
    const R = random.integer(0, K - 1);
    const MOD = random.integer(2, MAX_MOD);
    return { MAX_N, MAX_K, N, K, R, MOD, reference_answer: sumBinomials({ N, K, R, MOD }) };
  },

  prompt: ({ N, K, R, MOD }) =>
    `Let n = ${N}, k = ${K} and r = ${R}. C(a, b) is the binomial coefficient, the number of ways to choose b of a things, which is 0 for b > a.

Compute the sum of C(n·k, i·k + r) over all integers i ≥ 0, modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: s`,

  ...exactRemainder("MOD", countBySteps),
});

/**
 * The coefficient of x^R in (1 + x)^(N·K) modulo x^K − 1, by squaring polynomials with exponents
 * modulo K. O(K² log(N·K)).
 */
function sumBinomials({ N, K, R, MOD }: Selection): number {
  let power = new Array<number>(K).fill(0);
  power[0] = 1 % MOD;
  const bits = (BigInt(N) * BigInt(K)).toString(2);
  for (const bit of bits) {
    power = multiplyCyclic(power, power, MOD);
    if (bit === "1") power = power.map((value, e) => (value + power[(e + K - 1) % K]) % MOD);
  }
  return power[R];
}

/** The product of two polynomials modulo x^K − 1. */
function multiplyCyclic(a: readonly number[], b: readonly number[], modulus: number): number[] {
  const product = new Array<number>(a.length).fill(0);
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      const e = (i + j) % a.length;
      product[e] = (product[e] + multiplyModulo(x, y, modulus)) % modulus;
    }
  }
  return product;
}

/**
 * A thing after the other is chosen or not, which moves the number of chosen ones modulo K on by one
 * or leaves it: a power of the matrix of steps. O(K³ log(N·K)).
 */
function countBySteps({ N, K, R, MOD }: Selection): number {
  const step = Array.from({ length: K }, (_, from) =>
    Array.from({ length: K }, (_, to) => (to === from || to === (from + 1) % K ? 1 % MOD : 0)),
  );
  const start = step.map((_, chosen) => Number(chosen === 0));
  return multiplyByPower(start, step, BigInt(N) * BigInt(K), MOD)[R];
}
