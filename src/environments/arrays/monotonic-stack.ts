import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({ A: integers, reference_answer: z.int() });

export const monotonicStack = defineEnvironment({
  id: "MonotonicStack",
  title: "Runs of smaller elements",
  summary:
    "Sum, over all positions, the length of the run right after it of strictly smaller elements.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const A = random.integers(N, 1, N);
    return { N, A, reference_answer: totalOfSmallerRuns(A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} integers, with indices from 1:
${formatIndexed("A", A, 1)}

For each index i, let C[i] be the number of indices j with i < j ≤ ${N} such that all of A[i+1], …, A[j] are strictly smaller than A[i]. What is the sum C[1] + C[2] + … + C[${N}]?

Answer with the sum as one integer.`,

  answer: integer,

  score: (total, { reference_answer }) => exactValue(total, reference_answer),

  solve: ({ A }) => String(totalOfSmallerRuns(A)),
});

/**
 * ΣC[i], counted from the other end: an index j belongs to the runs of the earlier elements that are
 * larger than everything after them up to j, which a strictly decreasing stack holds. O(N).
 */
function totalOfSmallerRuns(A: readonly number[]): number {
  const stack: number[] = [];
  let total = 0;
  for (const value of A) {
    while (stack.length > 0 && stack[stack.length - 1] <= value) stack.pop();
    total += stack.length;
    stack.push(value);
  }
  return total;
}
