import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const gridLocalMinimumCounting = bruteForce<{
  N: number;
  M: number;
  grid: string[][];
  reference_answer: bigint;
}>(
  "GridLocalMinimumCounting",
  [{ MAX_N_M: 2 }, { MAX_N_M: 3 }],
  ({ N, M, grid, reference_answer }, answer) => {
    // Numbers in ascending order: a cell is a local minimum if it comes before all around it.
    const around = range(0, N * M - 1).map((cell) =>
      range(0, N * M - 1).filter((other) => {
        const rows = Math.abs(Math.floor(cell / M) - Math.floor(other / M));
        return other !== cell && rows <= 1 && Math.abs((cell % M) - (other % M)) <= 1;
      }),
    );
    const isMarked = grid.flat().map((mark) => mark === "X");
    const known = new Map<number, number>();
    const countFrom = (filled: number): number => {
      if (filled === 2 ** (N * M) - 1) return 1;
      const cells = range(0, N * M - 1).filter((cell) => (filled & (1 << cell)) === 0);
      const fitting = cells.filter(
        (cell) => isMarked[cell] === around[cell].every((other) => (filled & (1 << other)) === 0),
      );
      const count =
        known.get(filled) ??
        fitting.reduce((sum, cell) => sum + countFrom(filled | (1 << cell)), 0);
      known.set(filled, count);
      return count;
    };
    const count = countFrom(0);
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
