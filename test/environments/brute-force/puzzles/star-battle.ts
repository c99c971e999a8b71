import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const starBattle = bruteForce<{ grid: string[][]; reference_answer: string }>(
  "StarBattle",
  [
    { MAX_N_M: 4, sparsity: 0.5 },
    { MAX_N_M: 8, sparsity: 0.3 },
  ],
  ({ grid, reference_answer }, answer) => {
    // Any placement that keeps the rules is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n");
      expect(rows.map((row) => row.replaceAll("*", "."))).toEqual(grid.map((row) => row.join("")));
      const stars = rows.flatMap((row, i) =>
        [...row].flatMap((cell, j) => (cell === "*" ? [[i, j]] : [])),
      );
      expect(stars.map(([i]) => i)).toEqual([...grid.keys()]);
      expect(new Set(stars.map(([, j]) => j)).size).toBe(stars.length);
      for (const [i, j] of stars) {
        for (const [k, l] of stars) {
          if (i !== k) expect(Math.max(Math.abs(i - k), Math.abs(j - l))).toBeGreaterThan(1);
        }
      }
    }
  },
);
