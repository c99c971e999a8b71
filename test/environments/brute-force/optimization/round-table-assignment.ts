import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const roundTableAssignment = bruteForce<{
  R: number[];
  C: number[];
  reference_answer: string;
}>(
  "RoundTableAssignment",
  [{ MAX_N_M: 3 }, { MAX_N_M: 7 }],
  ({ R, C, reference_answer }, answer) => {
    // Any valid seating is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n").map(toIntegers);
      expect(rows.map((row) => row.length)).toEqual(R);
      for (const row of rows) expect(new Set(row).size).toBe(row.length);
      for (const [table, seats] of C.entries()) {
        expect(rows.flat().filter((other) => other === table).length).toBeLessThanOrEqual(seats);
      }
      expect(rows.flat().every((table) => table >= 0 && table < C.length)).toBe(true);
    }
  },
);
