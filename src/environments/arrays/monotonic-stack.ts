import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integers,
  reference_answer: integerFrom(0),
}).check(lengths("N", "A"));

export const monotonicStack = defineEnvironment({
  id: "MonotonicStack",
  title: "Runs of smaller elements",
  summary:
    "Sum, over all positions, the length of the run right after it of strictly smaller elements.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, N);
    return { N, A, reference_answer: totalOfSmallerRuns(A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} integers, with indices from 1:
${formatIndexed("A", A, 1)}

For each index i, let C[i] be the number of indices j with i < j ≤ ${N} such that all of A[i+1], …, A[j] are strictly smaller than A[i]. What is the sum C[1] + C[2] + … + C[${N}]?

Answer with the sum as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A, { base: 1 }),

  ...exactInteger(({ A }: { A: number[] }) => totalOfSmallerRuns(A)),
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
