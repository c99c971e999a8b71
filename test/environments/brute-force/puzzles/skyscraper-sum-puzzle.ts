import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  left: number[];
  right: number[];
  top: number[];
  bottom: number[];
  reference_answer: string;
}

export const skyscraperSumPuzzle = bruteForce<Instance>(
  "SkyscraperSumPuzzle",
  [{ N: 3 }, { N: 8 }],
  ({ N, left, right, top, bottom, reference_answer }, answer) => {
    const total = (line: readonly number[]) =>
      line
        .filter((height, i) => line.slice(0, i).every((before) => before < height))
        .reduce((sum, height) => sum + height, 0);
    // Any Latin square that agrees with the clues is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n").map(toIntegers);
      const columns = range(0, N - 1).map((j) => rows.map((row) => row[j]));
      for (const line of [...rows, ...columns]) {
        expect([...line].sort((a, b) => a - b)).toEqual(range(0, N - 1));
      }
      expect(rows.map(total)).toEqual(left);
      expect(rows.map((row) => total([...row].reverse()))).toEqual(right);
      expect(columns.map(total)).toEqual(top);
      expect(columns.map((column) => total([...column].reverse()))).toEqual(bottom);
    }
  },
);
