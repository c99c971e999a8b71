import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  M: number;
  intervals: [number, number, number][];
  NEEDS: number[];
  gold_answer: number;
}

export const minimumIntervalCoverage = bruteForce<Instance>(
  "MinimumIntervalCoverage",
  [
    { N: 3, M: 3 },
    { N: 4, M: 5 },
  ],
  ({ N, M, intervals, NEEDS, gold_answer }, answer) => {
    const isEnough = (counts: readonly number[]) =>
      NEEDS.every((need, index) => {
        const covered = counts.filter(
          (_, i) => intervals[i][0] <= index + 1 && index + 1 <= intervals[i][1],
        );
        return covered.reduce((sum, count) => sum + count, 0) >= need;
      });
    const costOf = (counts: readonly number[]) =>
      counts.reduce((sum, count, i) => sum + count * intervals[i][2], 0);
    let least = Number.POSITIVE_INFINITY;
    for (const counts of sequences(range(0, N), M)) {
      if (costOf(counts) < least && isEnough(counts)) least = costOf(counts);
    }
    expect(gold_answer).toBe(least);
    expect(isEnough(toIntegers(answer))).toBe(true);
    expect(costOf(toIntegers(answer))).toBe(least);
  },
);
