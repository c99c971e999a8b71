import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const kakurasu = bruteForce<{ A: number[]; B: number[]; reference_answer: string }>(
  "Kakurasu",
  [{ MAX_N_M: 3 }, { MAX_N_M: 12 }],
  ({ A, B, reference_answer }, answer) => {
    expect(answer).toBe(reference_answer);
    const rows = answer.split("\n");
    const ofRows = rows.map((row) =>
      [...row].reduce((sum, cell, j) => sum + Number(cell) * (j + 1), 0),
    );
    const ofColumns = [...rows[0]].map((_, j) =>
      rows.reduce((sum, row, i) => sum + Number(row[j]) * (i + 1), 0),
    );
    expect([ofRows, ofColumns]).toEqual([A, B]);
  },
);
