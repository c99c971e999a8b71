import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const roundRobin = bruteForce<{ N: number; W: number[]; reference_answer: string }>(
  "RoundRobin",
  [{ N: 3 }, { N: 8 }],
  ({ N, W, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const results = text.split("\n").map((row) => [...row].map(Number));
      const transposed = range(0, N - 1).map((j) => results.map((row) => row[j]));
      expect(results.map((row, i) => row.map((result, j) => result + transposed[i][j]))).toEqual(
        range(0, N - 1).map((i) => range(0, N - 1).map((j) => (i === j ? 0 : 2))),
      );
      const wins = results.map((row) => row.filter((result) => result === 2).length);
      const draws = results.map(
        (row, i) => row.filter((result, j) => result === 1 && i !== j).length,
      );
      expect(wins.map((count, i) => 3 * count + draws[i])).toEqual(W);
    }
  },
);
