import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  W: number[];
  L: number[];
  gold_answer: number;
}

export const landAcquisition = bruteForce<Instance>(
  "LandAcquisition",
  [{ N: 4 }, { N: 7 }],
  ({ N, W, L, gold_answer }, answer) => {
    const costOf = (groups: readonly (readonly number[])[]) => {
      const costs = groups.map(
        (group) => Math.max(...group.map((i) => W[i])) * Math.max(...group.map((i) => L[i])),
      );
      return costs.reduce((sum, cost) => sum + cost, 0);
    };
    /** The least cost when the items from `item` on join groups or start new ones. */
    const least = (item: number, groups: readonly (readonly number[])[]): number => {
      if (item === N) return costOf(groups);
      const joined = groups.map((group, index) => groups.with(index, [...group, item]));
      return Math.min(...[...joined, [...groups, [item]]].map((next) => least(item + 1, next)));
    };
    expect(gold_answer).toBe(least(0, []));
    const groups = answer.split("\n").map((line) => toIntegers(line).map((item) => item - 1));
    expect(groups.flat().sort((a, b) => a - b)).toEqual(range(0, N - 1));
    expect(costOf(groups)).toBe(gold_answer);
  },
);
