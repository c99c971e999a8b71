import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const maxNoConflictingBombs = bruteForce<{
  N: number;
  M: number;
  grid: string[][];
  gold_answer: number;
}>("MaxNoConflictingBombs", [{ MAX_N_M: 3 }], ({ N, M, grid, gold_answer }, answer) => {
  const free = range(0, N * M - 1).filter((cell) => grid.flat()[cell] === "*");
  const place = (bombs: number[]) =>
    range(0, N - 1).map((i) =>
      range(0, M - 1)
        .map((j) => (bombs.includes(i * M + j) ? "B" : grid[i][j]))
        .join(""),
    );
  const isPeaceful = (rows: string[]) => {
    const columns = [...rows[0]].map((_, j) => rows.map((row) => row[j]).join(""));
    return [...rows, ...columns].every((line) => !/B[^#]*B/.test(line));
  };
  const counts = [...subsets(free)].filter((bombs) => isPeaceful(place(bombs)));
  expect(gold_answer).toBe(Math.max(...counts.map((bombs) => bombs.length)));
  const answered = free.filter((cell) => answer.replaceAll("\n", "")[cell] === "B");
  expect(answered).toHaveLength(gold_answer);
  expect(isPeaceful(answer.split("\n"))).toBe(true);
  expect(answer).toBe(place(answered).join("\n"));
});
