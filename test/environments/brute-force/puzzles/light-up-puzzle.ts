import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const lightUpPuzzle = bruteForce<{ grid: string[]; reference_answer: string }>(
  "LightUpPuzzle",
  [
    { MAX_N_M: 3, density: 0.7 },
    { MAX_N_M: 10, density: 0.8 },
  ],
  ({ grid, reference_answer }, answer) => {
    // Any bulbs that keep the rules are right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n");
      expect(rows.map((row) => row.replaceAll("L", "W"))).toEqual(grid);
      const steps = [
        [0, 1],
        [0, -1],
        [1, 0],
        [-1, 0],
      ];
      for (const [i, row] of grid.entries()) {
        for (const [j, cell] of [...row].entries()) {
          const seen = steps.filter(([di, dj]) => {
            let [k, l] = [i + di, j + dj];
            while (rows[k]?.[l] === "W") [k, l] = [k + di, l + dj];
            return rows[k]?.[l] === "L";
          });
          if (rows[i][j] === "L") expect(seen).toHaveLength(0);
          if (rows[i][j] === "W") expect(seen.length).toBeGreaterThan(0);
          if (!/\d/.test(cell)) continue;
          expect(steps.filter(([di, dj]) => rows[i + di]?.[j + dj] === "L")).toHaveLength(
            Number(cell),
          );
        }
      }
    }
  },
);
