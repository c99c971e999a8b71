import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger as bigIntegerForm } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";

/** Far beyond any use (f(1000, 1000) has 184 digits); the bound keeps every accepted draw fast. */
const MAX_ARGUMENT = 1_000;

const Parameters = z.object({
  MAX_M_N: z.int().min(1).max(MAX_ARGUMENT, `MAX_M_N must be at most ${MAX_ARGUMENT}`),
});
const Instance = Parameters.extend({
  M: z.int().min(0).max(MAX_ARGUMENT),
  N: z.int().min(0),
  reference_answer: bigInteger,
});

export const recursiveFunction = defineEnvironment({
  id: "RecursiveFunction",
  title: "Halving double recursion",
  summary: "Evaluate a given recursive function of two arguments.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_M_N: 3 }, ({ MAX_M_N }) => ({ MAX_M_N: grow(MAX_M_N) })),

  generate({ MAX_M_N }, random) {
    const M = random.integer(1, MAX_M_N);
    const N = random.integer(1, MAX_M_N);
    return { MAX_M_N, M, N, reference_answer: f(M, BigInt(N)) };
  },

  prompt: ({ M, N }) =>
    `A function f of two non-negative integers is defined by these rules:
- f(0, n) = n + 1
- f(m, 0) = f(m − 1, 1) for m > 0
- f(m, n) = f(h, f(h, ⌊n/2⌋)) + f(h, f(h, n − 1)) for m > 0 and n > 0, where h = ⌊m/2⌋

⌊x⌋ is x rounded down to an integer. What is the value of f(${M}, ${N})?

Answer with the exact value as one integer in decimal digits.`,

  answer: bigIntegerForm,

  score: (value, { reference_answer }) => exactValue(value, reference_answer),

  solve: ({ M, N }) => String(f(M, BigInt(N))),
});

/**
 * The definition as it stands. Each of the log m levels makes four calls of half of m, so that it
 * takes O(m²) calls, whatever n; there is little to remember, since the arguments rarely meet.
 */
function f(m: number, n: bigint): bigint {
  if (m === 0) return n + 1n;
  if (n === 0n) return f(m - 1, 1n);
  const h = m >> 1;
  return f(h, f(h, n >> 1n)) + f(h, f(h, n - 1n));
}
