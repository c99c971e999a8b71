import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** Swings one by one, for every size; the first cell with moles left forces each. */
export const whackAMole = bruteForce<{
  N: number;
  M: number;
  grid: number[][];
  reference_answer: number;
}>("WhackAMole", [{ MAX_N_M: 3 }, { MAX_N_M: 6 }], ({ N, M, grid, reference_answer }, answer) => {
  const swings = (r: number, c: number): number => {
    const left = grid.map((row) => [...row]);
    for (let count = 0; ; count++) {
      const at = left.flat().findIndex((moles) => moles > 0);
      if (at === -1) return count;
      const [top, start] = [Math.floor(at / M), at % M];
      for (const i of range(top, top + r - 1)) {
        for (const j of range(start, start + c - 1)) {
          if (!((left[i]?.[j] ?? 0) > 0)) return Number.POSITIVE_INFINITY;
          left[i][j]--;
        }
      }
    }
  };
  const fewest = Math.min(...range(1, N).flatMap((r) => range(1, M).map((c) => swings(r, c))));
  expect(reference_answer).toBe(fewest);
  expect(answer).toBe(String(fewest));
});
