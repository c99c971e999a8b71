import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  segments: [number, number][];
  constraints: [number, number][];
  gold_answer: number;
}

export const maxSegmentCoverageConstraint = bruteForce<Instance>(
  "MaxSegmentCoverageConstraint",
  [{ N: 4 }, { N: 8 }],
  ({ N, segments, constraints, gold_answer }, answer) => {
    const isAllowed = (chosen: readonly number[]) =>
      constraints.every(([point, limit]) => {
        const covering = chosen.filter((i) => segments[i][0] <= point && point <= segments[i][1]);
        return covering.length <= limit;
      });
    const choices = [...subsets(range(0, N - 1))].filter(isAllowed);
    expect(gold_answer).toBe(Math.max(...choices.map(({ length }) => length)));
    expect(new Set(toIntegers(answer)).size).toBe(gold_answer);
    expect(isAllowed(toIntegers(answer))).toBe(true);
  },
);
