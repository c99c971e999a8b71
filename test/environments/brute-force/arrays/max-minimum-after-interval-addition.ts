import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface MaxMinimumAfterIntervalAddition {
  M: number;
  K: number;
  A: number;
  ARRAY: number[];
  intervals: [number, number][];
  gold_answer: number;
}

export const maxMinimumAfterIntervalAddition = bruteForce<MaxMinimumAfterIntervalAddition>(
  "MaxMinimum_AfterIntervalAddition",
  [{ MAX_N_M: 3 }, { MAX_N_M: 5 }, { MAX_N_M: 8 }],
  ({ M, K, A, ARRAY, intervals, gold_answer }, answer) => {
    const covers = (number: number, index: number) =>
      intervals[number - 1][0] <= index + 1 && index + 1 <= intervals[number - 1][1];
    const minimum = (chosen: number[]) =>
      Math.min(
        ...ARRAY.map(
          (value, index) => value + A * chosen.filter((number) => covers(number, index)).length,
        ),
      );
    const choices = [...subsets(range(1, M))].filter(({ length }) => length === K);
    expect(gold_answer).toBe(Math.max(...choices.map(minimum)));
    const answered = toIntegers(answer);
    expect([answered.length, new Set(answered).size]).toEqual([K, K]);
    expect(minimum(answered)).toBe(gold_answer);
  },
);
