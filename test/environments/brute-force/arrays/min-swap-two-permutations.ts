import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface MinSwapTwoPermutations {
  N: number;
  A: number[];
  B: number[];
  gold_answer: number;
}

export const minSwapTwoPermutations = bruteForce<MinSwapTwoPermutations>(
  "MinSwapTwoPermutations",
  [{ N: 3 }, { N: 6 }, { N: 9 }],
  ({ N, A, B, gold_answer }, answer) => {
    const areDistinctAfter = (moves: number[]) =>
      [
        [A, B],
        [B, A],
      ].every(
        ([own, other]) =>
          new Set(own.map((value, index) => (moves.includes(index) ? other[index] : value)))
            .size === N,
      );
    const successful = [...subsets(range(0, N - 1))].filter(areDistinctAfter);
    expect(gold_answer).toBe(Math.min(...successful.map(({ length }) => length)));
    expect(toIntegers(answer).length).toBe(gold_answer);
    expect(areDistinctAfter(toIntegers(answer))).toBe(true);
  },
);
