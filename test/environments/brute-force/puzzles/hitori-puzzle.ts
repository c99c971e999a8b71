import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const hitoriPuzzle = bruteForce<{ matrix: number[][]; reference_answer: string }>(
  "HitoriPuzzle",
  [{ MAX_N_M: 4 }, { MAX_N_M: 9 }],
  ({ matrix, reference_answer }, answer) => {
    // Any pattern that keeps the rules is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n");
      const kept = (i: number, j: number) => rows[i]?.[j] === ".";
      const lines = [
        ...matrix.map((row, i) => row.filter((_, j) => kept(i, j))),
        ...matrix[0].map((_, j) => matrix.map((row) => row[j]).filter((_, i) => kept(i, j))),
      ];
      for (const line of lines) expect(new Set(line).size).toBe(line.length);
      const cells = matrix.flatMap((row, i) => row.map((_, j) => [i, j] as const));
      for (const [i, j] of cells) {
        if (rows[i][j] === "*") expect([rows[i][j + 1], rows[i + 1]?.[j]]).not.toContain("*");
      }
      const all = cells.filter(([i, j]) => kept(i, j));
      const reached = new Set([String(all[0])]);
      for (const place of reached) {
        const [i, j] = place.split(",").map(Number);
        const around = [
          [i + 1, j],
          [i - 1, j],
          [i, j + 1],
          [i, j - 1],
        ];
        for (const [k, l] of around) if (kept(k, l)) reached.add(`${k},${l}`);
      }
      expect(reached.size).toBe(all.length);
    }
  },
);
