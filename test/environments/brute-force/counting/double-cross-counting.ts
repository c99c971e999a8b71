import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const doubleCrossCounting = bruteForce<{
  N: number;
  M: number;
  zero_coordinates: [number, number][];
  reference_answer: number;
}>(
  "DoubleCrossCounting",
  [{ MAX_N_M: 7 }],
  ({ N, M, zero_coordinates, reference_answer }, answer) => {
    const isOne = (row: number, column: number) =>
      column >= 0 && column < M && !zero_coordinates.some(([r, c]) => r === row && c === column);
    const isBar = (row: number, y: number, length: number) =>
      range(y - length, y + length).every((column) => isOne(row, column));
    let count = 0;
    for (const a of range(0, N - 1))
      for (const b of range(a + 1, N - 1))
        for (const c of range(b + 2, N - 1))
          for (const d of range(c + 1, N - 1))
            for (const y of range(0, M - 1)) {
              if (!range(a, d).every((row) => isOne(row, y))) continue;
              for (const l of range(2, M))
                for (const u of range(1, l - 1)) if (isBar(b, y, u) && isBar(c, y, l)) count++;
            }
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
