import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const kloBlocks = bruteForce<{ A: number[]; K: number; reference_answer: number }>(
  "KloBlocks",
  [{ N: 3 }, { N: 4 }],
  ({ A, K, reference_answer }, answer) => {
    // All arrays that moves reach.
    const arrays = [A];
    const seen = new Set([A.join()]);
    for (const array of arrays) {
      for (const [from, value] of array.entries()) {
        for (const to of [from - 1, from + 1]) {
          if (value <= K || array[to] === undefined) continue;
          const moved = array.with(from, value - 1).with(to, array[to] + 1);
          if (seen.has(moved.join())) continue;
          seen.add(moved.join());
          arrays.push(moved);
        }
      }
    }
    const longestRun = (array: number[]) => {
      const runs = array.map((value) => (value >= K ? "x" : " ")).join("");
      return Math.max(...runs.split(" ").map((run) => run.length));
    };
    const longest = Math.max(...arrays.map(longestRun));
    expect(reference_answer).toBe(longest);
    expect(answer).toBe(String(longest));
  },
);
