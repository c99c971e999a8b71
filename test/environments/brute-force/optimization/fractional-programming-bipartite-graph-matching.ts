import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  A: number[][];
  B: number[][];
  gold_SumA: number;
  gold_SumB: number;
  reference_answer: string;
}

export const fractionalProgrammingBipartiteGraphMatching = bruteForce<Instance>(
  "FractionalProgramming_BipartiteGraphMatching",
  [{ N: 3 }, { N: 6 }],
  ({ N, A, B, gold_SumA, gold_SumB, reference_answer }, answer) => {
    const total = (of: number[][], P: readonly number[]) =>
      P.reduce((sum, column, row) => sum + of[row][column], 0);
    const ratio = (P: readonly number[]) => total(A, P) / total(B, P);
    const best = Math.max(...[...permutations(range(0, N - 1))].map(ratio));
    expect(gold_SumA / gold_SumB).toBe(best);
    for (const text of [reference_answer, answer]) {
      const P = toIntegers(text);
      expect(P.toSorted()).toEqual(range(0, N - 1));
      expect(ratio(P)).toBe(best);
    }
  },
);
