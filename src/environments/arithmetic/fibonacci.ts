import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { multiplyByPower } from "../toolkit/numbers/matrices.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

const MODULUS = 10_000;

const Parameters = z.object({ MAX_N: sizeFrom(3, 2 ** 52) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1),
  A1: integerFrom(0, MODULUS - 1),
  A2: integerFrom(0, MODULUS - 1),
  P: integerFrom(0, MODULUS - 1),
  Q: integerFrom(0, MODULUS - 1),
  reference_answer: integerFrom(0, MODULUS - 1),
});

interface Recurrence {
  readonly N: number;
  readonly A1: number;
  readonly A2: number;
  readonly P: number;
  readonly Q: number;
}

export const fibonacci = defineEnvironment({
  id: "Fibonacci",
  title: "Second-order recurrence modulo m",
  summary: `Compute the N-th term, modulo ${MODULUS}, of A[n] = P·A[n−1] + Q·A[n−2].`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 3 }, ({ MAX_N }) => ({ MAX_N: 2 * MAX_N })),

  generate({ MAX_N }, random) {
    const N = random.integer(3, MAX_N);
    const [A1, A2] = random.integers(2, 0, MODULUS - 1);
    const [P, Q] = random.integers(2, 1, MODULUS - 1);
    return { MAX_N, N, A1, A2, P, Q, reference_answer: termByMatrix({ N, A1, A2, P, Q }) };
  },

  prompt: ({ N, A1, A2, P, Q }) =>
    `A sequence begins with A[1] = ${A1} and A[2] = ${A2} and goes on by A[n] = ${P}·A[n−1] + ${Q}·A[n−2] for n > 2.

Find the remainder of A[${N}] when divided by ${MODULUS}.

Answer with the remainder as one integer from 0 to ${MODULUS - 1}, like this: r`,

  ...exactInteger(termByPolynomial),
});

/** By a power of the 2 × 2 matrix that takes (A[n], A[n+1]) to (A[n+1], A[n+2]). O(log N). */
function termByMatrix({ N, A1, A2, P, Q }: Recurrence): number {
  const step = [
    [0, Q],
    [1, P],
  ];
  return multiplyByPower([A1, A2], step, N - 1, MODULUS)[0];
}

/**
 * By the remainder u·x + v of x^(N−1) divided by x² − P·x − Q, of which A[N] = u·A[2] + v·A[1].
 * O(log N).
 */
function termByPolynomial({ N, A1, A2, P, Q }: Recurrence): number {
  let [u, v] = [0, 1];
  for (const bit of (N - 1).toString(2)) {
    // (u·x + v)² = u²·x² + 2uv·x + v², where x² is P·x + Q.
    const square = (u * u) % MODULUS;
    [u, v] = [(square * P + 2 * u * v) % MODULUS, (square * Q + v * v) % MODULUS];
    if (bit === "1") [u, v] = [(u * P + v) % MODULUS, (u * Q) % MODULUS];
  }
  return (u * A2 + v * A1) % MODULUS;
}
