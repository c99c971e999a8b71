import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

/** Which numbers of ones the clear and symmetric matrices of each side up to 5 have. */
const sharpnesses = range(0, 5).map((n) => {
  const half = Math.ceil(n / 2);
  const quarter = range(0, half * half - 1);
  const counts = [...subsets(quarter)].map((ones) => {
    const fold = (index: number) => Math.min(index, n - 1 - index);
    const at = (i: number, j: number) =>
      i < n && j < n && ones.includes(fold(i) * half + fold(j)) ? 1 : 0;
    const cells = range(0, n - 1).flatMap((i) => range(0, n - 1).map((j) => [i, j]));
    const isClear = cells.every(([i, j]) => at(i, j) * (at(i + 1, j) + at(i, j + 1)) === 0);
    return isClear ? cells.filter(([i, j]) => at(i, j) === 1).length : 0;
  });
  return new Set(counts);
});

export const clearSymmetry = bruteForce<{ x: number; reference_answer: number }>(
  "ClearSymmetry",
  [{ MAX_X: 5 }, { MAX_X: 13 }],
  ({ x, reference_answer }, answer) => {
    expect(reference_answer).toBe(sharpnesses.findIndex((counts) => counts.has(x)));
    expect(answer).toBe(String(reference_answer));
  },
);
