import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  A: number[];
  B: number[];
  gold_answer: number;
  reference_answer: string;
}

export const pipelineArrangement = bruteForce<Instance>(
  "PipelineArrangement",
  [{ N: 3 }, { N: 6 }],
  ({ N, A, B, gold_answer, reference_answer }, answer) => {
    // The longest way: all of A up to some job, then all of B from it on.
    const makespanOf = (order: readonly number[]) =>
      Math.max(
        ...order.map(
          (_, turn) =>
            order.slice(0, turn + 1).reduce((sum, job) => sum + A[job], 0) +
            order.slice(turn).reduce((sum, job) => sum + B[job], 0),
        ),
      );
    const least = Math.min(...[...permutations(range(0, N - 1))].map(makespanOf));
    expect(gold_answer).toBe(least);
    expect(makespanOf(toIntegers(reference_answer))).toBe(least);
    expect(makespanOf(toIntegers(answer))).toBe(least);
  },
);
