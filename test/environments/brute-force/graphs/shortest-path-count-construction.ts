import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Goal {
  K: number;
  N_constraint?: number;
}

/** How many walks of so many edges lead to each vertex, for as long as none leads to the second. */
function countShortestWalks(rows: readonly string[]): number {
  let counts = new Array<number>(rows.length).fill(0).fill(1, 0, 1);
  for (let length = 0; length < rows.length && counts[1] === 0; length++) {
    counts = rows.map((row) =>
      [...row].reduce((sum, letter, other) => sum + (letter === "Y" ? counts[other] : 0), 0),
    );
  }
  return counts[1];
}

export const shortestPathCountConstruction = bruteForce<Goal>(
  "ShortestPathCountConstruction",
  [{ MAX_K: 12 }, { MAX_K: 100 }, { MAX_K: 100_000 }],
  ({ K, N_constraint = Number.POSITIVE_INFINITY }, answer) => {
    const [first, ...rows] = answer.split("\n");
    expect(rows).toHaveLength(Number(first));
    expect(rows.length).toBeLessThan(N_constraint);
    for (const [i, row] of rows.entries()) {
      expect(row).toMatch(/^[YN]+$/);
      expect(row[i]).toBe("N");
      expect(rows.map((other) => other[i]).join("")).toBe(row);
    }
    expect(countShortestWalks(rows)).toBe(K);
  },
);
