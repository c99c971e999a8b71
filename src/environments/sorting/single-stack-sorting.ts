import { z } from "zod";
import {
  operationsFor,
  randomPassage,
  scoreOperations,
} from "../engines/stacks/stack-operations.ts";
import { defineEnvironment } from "../environment.ts";
import { plainText } from "../toolkit/answer-forms/text.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integers } from "../toolkit/schemas/integers.ts";

const BETA = 10;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({ output_sequence: integers, reference_answer: z.string() });

export const singleStackSorting = defineEnvironment({
  id: "SingleStackSorting",
  title: "Output order through a stack",
  summary: "Find pushes and pops of a stack that turn a queue of 0 to N−1 into a given output.",
  reward: "(matched/all)^10; impossible operation −0.5, other character −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const { operations, output } = randomPassage(N, random.integers(2, 1, N), random);
    return { N, output_sequence: [...output], reference_answer: operations };
  },

  prompt: ({ N, output_sequence }) =>
    `The numbers from 0 to ${N - 1} wait in a queue in ascending order, with 0 at the front. A stack and an output are empty. Two operations are available:
a: the front of the queue moves onto the top of the stack; impossible if the queue is empty
b: the top of the stack moves to the end of the output; impossible if the stack is empty

Which sequence of operations outputs all ${N} numbers in the following order?
${output_sequence.join(" ")}

Answer with the ${2 * N} letters a and b of the operations, from first to last, as one word without spaces. The word abab, for instance, would output the first two numbers of the queue.`,

  answer: plainText,

  score: (operations, { output_sequence }) => scoreOperations(operations, output_sequence, 1, BETA),

  solve: ({ N, output_sequence }) => operationsFor(output_sequence, new Array<number>(N).fill(0)),
});
