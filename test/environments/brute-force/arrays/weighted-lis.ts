import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";
import { isNonDecreasing, total } from "../sequences.ts";

interface WeightedLis {
  N: number;
  arrayA: number[];
  arrayB: number[];
  gold_answer: number;
}

export const weightedLis = bruteForce<WeightedLis>(
  "WeightedLIS",
  [{ N: 1 }, { N: 5 }, { N: 9 }],
  ({ N, arrayA, arrayB, gold_answer }, answer) => {
    const isAllowed = (indices: number[]) => isNonDecreasing(indices.map((index) => arrayA[index]));
    const weight = (indices: number[]) => total(indices.map((index) => arrayB[index]));
    const choices = [...subsets(range(0, N - 1))].filter(isAllowed);
    expect(gold_answer).toBe(Math.max(...choices.map(weight)));
    expect(choices).toContainEqual(toIntegers(answer));
    expect(weight(toIntegers(answer))).toBe(gold_answer);
  },
);
