import { z } from "zod";
import {
  askedOperations,
  givesOutput,
  operationsFor,
  randomPassage,
} from "../engines/stacks/stack-operations.ts";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";

/** Far beyond any use: up to it, a problem is drawn and solved within a second. */
const MAX_N = 100_000;
const STACKS = 1;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  output_sequence: integers,
  reference_answer: z.string(),
}).check(permutation("output_sequence", "N"), givesOutput(STACKS));

export const singleStackSorting = defineEnvironment({
  id: "SingleStackSorting",
  title: "Output order through a stack",
  summary: "Find pushes and pops of a stack that turn a queue of 0 to N−1 into a given output.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const { operations, output } = randomPassage(N, random.integers(2 * STACKS, 1, N), random);
    return { N, output_sequence: [...output], reference_answer: operations };
  },

  prompt: ({ N, output_sequence }) =>
    `The numbers from 0 to ${N - 1} wait in a queue in ascending order, with 0 at the front. A stack and an output are empty. Two operations are available:
a: the front of the queue moves onto the top of the stack; impossible if the queue is empty
b: the top of the stack moves to the end of the output; impossible if the stack is empty

Which sequence of operations outputs all ${N} numbers in the following order?
${output_sequence.join(" ")}

Answer with the letters of the ${2 * N} operations (a or b each), from first to last, as one word without spaces. The word abab, for instance, would output the first two numbers of the queue.`,

  ...askedOperations(STACKS),

  solve: ({ N, output_sequence }) => operationsFor(output_sequence, new Array<number>(N).fill(0)),
});
