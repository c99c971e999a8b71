import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const queenPlacement = bruteForce<{
  N: number;
  K: number;
  grid: string[][];
  reference_answer: string;
}>("QueenPlacement", [{ N: 4 }, { N: 9 }], ({ N, K, grid, reference_answer }, answer) => {
  // Any completion that keeps the rules is right.
  for (const text of [reference_answer, answer]) {
    const rows = text.split("\n");
    expect(rows.map((row) => row.length)).toEqual(new Array(N).fill(N));
    const queens = rows.flatMap((row, i) =>
      [...row].flatMap((cell, j) => (cell === "Q" ? [[i, j]] : [])),
    );
    for (const [a, [i, j]] of queens.entries()) {
      for (const [k, l] of queens.slice(a + 1)) {
        expect(i === k || j === l || Math.abs(i - k) === Math.abs(j - l)).toBe(false);
      }
    }
    for (const [i, row] of grid.entries()) {
      for (const [j, cell] of row.entries()) if (cell === "Q") expect(rows[i][j]).toBe("Q");
    }
    expect(queens.length - grid.flat().filter((cell) => cell === "Q").length).toBe(K);
  }
});
