import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

interface MaxNonAdjacentKElementSum {
  N: number;
  K: number;
  A: number[];
  gold_answer: number;
}

export const maxNonAdjacentKElementSum = bruteForce<MaxNonAdjacentKElementSum>(
  "Max_NonAdjacent_KElementSum",
  [{ N: 4 }, { N: 7 }, { N: 10 }],
  ({ N, K, A, gold_answer }, answer) => {
    const isAllowed = (indices: number[]) =>
      indices.length === K && indices.every((index) => !indices.includes(index + 1));
    const sum = (indices: number[]) => total(indices.map((index) => A[index]));
    const choices = [...subsets(range(0, N - 1))].filter(isAllowed);
    expect(gold_answer).toBe(Math.max(...choices.map(sum)));
    const answered = toIntegers(answer);
    expect(new Set(answered).size).toBe(K);
    expect(isAllowed(answered)).toBe(true);
    expect(sum(answered)).toBe(gold_answer);
  },
);
