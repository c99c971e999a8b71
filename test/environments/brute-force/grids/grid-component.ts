import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const gridComponent = bruteForce<{
  N: number;
  M: number;
  grid: string[];
  reference_answer: number;
}>(
  "GridComponent",
  [{ MAX_N_M: 4 }, { MAX_N_M: 8 }],
  ({ N, M, grid, reference_answer }, answer) => {
    // Labels spread from neighbour to neighbour until nothing changes.
    const label = grid.map((row, i) => [...row].map((cell, j) => (cell === "1" ? i * M + j : -1)));
    for (const _ of range(1, N * M)) {
      for (const i of range(0, N - 1))
        for (const j of range(0, M - 1)) {
          if (label[i][j] === -1) continue;
          const near = [label[i - 1]?.[j], label[i + 1]?.[j], label[i][j - 1], label[i][j + 1]];
          label[i][j] = Math.max(label[i][j], ...near.map((other) => other ?? -1));
        }
    }
    const sizes = label
      .flat()
      .map((own) => (own === -1 ? 0 : label.flat().filter((x) => x === own).length));
    const largest = Math.max(...sizes);
    expect(reference_answer).toBe(largest);
    expect(answer).toBe(String(largest));
  },
);
