import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { multisets, range, subsets } from "../enumerations.ts";

export const maxGridPathIntersection = bruteForce<{
  N: number;
  K: number;
  grid: number[][];
  reference_answer: number;
}>("MaxGridPathIntersection", [{ N: 3 }, { N: 4 }], ({ N, K, grid, reference_answer }, answer) => {
  // A walk is the choice of the N − 1 steps down among its 2N − 2 steps.
  const walks = [...subsets(range(0, 2 * N - 3))]
    .filter((down) => down.length === N - 1)
    .map((down) =>
      range(0, 2 * N - 2).map((steps) => {
        const row = down.filter((step) => step < steps).length;
        return row * N + steps - row;
      }),
    );
  const totals = [...multisets(walks, K)].map((chosen) =>
    [...new Set(chosen.flat())].reduce((sum, cell) => sum + grid.flat()[cell], 0),
  );
  expect(reference_answer).toBe(Math.max(...totals));
  expect(answer).toBe(String(reference_answer));
});
