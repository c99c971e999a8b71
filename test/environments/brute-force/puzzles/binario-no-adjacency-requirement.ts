import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const binarioNoAdjacencyRequirement = bruteForce<{
  N: number;
  M: number;
  matrix: string[];
  reference_answer: string;
}>(
  "Binario_NoAdjacencyRequirement",
  [
    { MAX_N_M: 2, sparsity: 0.5 },
    { MAX_N_M: 8, sparsity: 0.9 },
  ],
  ({ N, M, matrix, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n");
      expect(rows.map((row) => [...row].toSorted().join(""))).toEqual(
        rows.map(() => "0".repeat(M) + "1".repeat(M)),
      );
      for (const column of rows[0].split("").keys()) {
        expect(rows.filter((row) => row[column] === "1")).toHaveLength(N);
      }
      const clues = matrix.join("\n");
      expect([...text].map((cell, at) => (clues[at] === "*" ? "*" : cell)).join("")).toBe(clues);
    }
  },
);
