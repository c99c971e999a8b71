import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const emperorWorries = bruteForce<{ N: number; A: number[]; reference_answer: number }>(
  "EmperorWorries",
  [{ K: 1 }, { K: 2 }],
  ({ N, A, reference_answer }, answer) => {
    // A type goes to a set of generals of whom no two are neighbours.
    const groups = [...subsets(range(0, N - 1))].filter((set) =>
      set.every((general) => !set.includes((general + 1) % N)),
    );
    const known = new Map<string, number>();
    const fewest = (needs: readonly number[]): number => {
      if (needs.every((need) => need === 0)) return 0;
      const key = needs.join(" ");
      let count = known.get(key);
      if (count === undefined) {
        const first = needs.findIndex((need) => need > 0);
        const rest = groups
          .filter((group) => group.includes(first))
          .map((group) => needs.map((need, i) => Math.max(0, need - (group.includes(i) ? 1 : 0))));
        count = 1 + Math.min(...rest.map(fewest));
        known.set(key, count);
      }
      return count;
    };
    expect(reference_answer).toBe(fewest(A));
    expect(answer).toBe(String(reference_answer));
  },
);
