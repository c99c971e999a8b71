import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const squareUndamagedPointCounting = bruteForce<{
  N: number;
  M: number;
  damaged_points: [number, number][];
  reference_answer: number;
}>(
  "SquareUndamagedPointCounting",
  [{ MAX_N_M: 3 }, { MAX_N_M: 7 }],
  ({ N, M, damaged_points, reference_answer }, answer) => {
    const damaged = new Set(damaged_points.map(String));
    const isFine = ([x, y]: number[]) =>
      x >= 0 && x <= N && y >= 0 && y <= M && !damaged.has(`${x},${y}`);
    const squares = new Set<string>();
    for (const x of range(0, N))
      for (const y of range(0, M)) {
        for (const dx of range(-N, N))
          for (const dy of range(-M, M)) {
            const corners = [
              [x, y],
              [x + dx, y + dy],
              [x + dx - dy, y + dy + dx],
              [x - dy, y + dx],
            ];
            if ((dx !== 0 || dy !== 0) && corners.every(isFine)) {
              squares.add(corners.map(String).sort().join(" "));
            }
          }
      }
    const count = squares.size;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
