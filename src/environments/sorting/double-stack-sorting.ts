import { z } from "zod";
import {
  askedOperations,
  givesOutput,
  operationsFor,
  randomPassage,
} from "../engines/stacks/stack-operations.ts";
import { defineEnvironment } from "../environment.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";

/** Far beyond any use: up to it, a problem is drawn and solved within a second. */
const MAX_N = 5_000;
const STACKS = 2;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  output_sequence: integers,
  reference_answer: z.string(),
}).check(permutation("output_sequence", "N"), givesOutput(STACKS));

export const doubleStackSorting = defineEnvironment({
  id: "DoubleStackSorting",
  title: "Output order through two stacks",
  summary: "Find pushes and pops of two stacks that turn a queue of 0 to N−1 into a given output.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const { operations, output } = randomPassage(N, random.integers(2 * STACKS, 1, N), random);
    return { N, output_sequence: [...output], reference_answer: operations };
  },

  prompt: ({ N, output_sequence }) =>
    `A queue holds the numbers from 0 to ${N - 1} in ascending order, with 0 at its front. There are two stacks S1 and S2 and an output, all empty at first. Four operations move one number each:
a: from the front of the queue onto the top of S1
b: from the top of S1 to the end of the output
c: from the front of the queue onto the top of S2
d: from the top of S2 to the end of the output
An operation is possible only if the queue or stack it takes from is not empty.

Find a sequence of operations after which the output holds all ${N} numbers in exactly this order:
${output_sequence.join(" ")}

Answer with the letters of the ${2 * N} operations (a, b, c or d each) in their order on one line, without spaces or anything else between them. The letters ab, for example, would move 0 to the output by way of S1.`,

  ...askedOperations(STACKS),

  solve: ({ output_sequence }) => operationsFor(output_sequence, assignStacks(output_sequence)),
});

/**
 * A stack, 0 or 1, for each number, so that the target can be output if every number is pushed as
 * late as possible. Numbers i < j must not share a stack when i leaves before j but after some k > j:
 * then i is still below j when it has to leave. The graph of these conflicts has two colours, as the
 * target is possible; union-find joins each number as coloured 0 with the other as coloured 1. O(N²).
 */
function assignStacks(target: readonly number[]): number[] {
  const N = target.length;
  const leaves = inversePermutation(target);
  const coloured = new UnionFind(2 * N); // number i as coloured 0, and N + i as coloured 1
  let firstLater = N; // when the first number beyond j leaves
  for (let j = N - 1; j > 0; j--) {
    for (let i = 0; i < j; i++) {
      if (!(firstLater < leaves[i] && leaves[i] < leaves[j])) continue;
      coloured.unite(i, N + j);
      coloured.unite(N + i, j);
    }
    firstLater = Math.min(firstLater, leaves[j]);
  }
  return leaves.map((_, i) => (coloured.find(i) < coloured.find(N + i) ? 0 : 1));
}
