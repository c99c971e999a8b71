import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { exactBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use (f(1000, 1000) has 184 digits); the bound keeps every accepted draw fast. */
const MAX_ARGUMENT = 1_000;

const Parameters = z.object({ MAX_M_N: sizeFrom(1, MAX_ARGUMENT) });
const Instance = instanceOf(Parameters, {
  M: integer,
  N: integer,
  reference_answer: bigIntegerFrom(1n),
}).check(within("M", 0, "MAX_M_N"), within("N", 0, "MAX_M_N"));

export const recursiveFunction = defineEnvironment({
  id: "RecursiveFunction",
  title: "Halving double recursion",
  summary: "Evaluate a given recursive function of two arguments.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_M_N: 3 }),

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

  ...exactBigInteger(({ M, N }: { M: number; N: number }) => f(M, BigInt(N))),
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
