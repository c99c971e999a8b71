import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const almostCompleteGraphCycleCounting = bruteForce<{
  N: number;
  MOD: number;
  reference_answer: number;
}>("AlmostCompleteGraphCycleCounting", [{ MAX_N: 7 }], ({ N, MOD, reference_answer }, answer) => {
  const joined = (u: number, v: number) => u !== v && Math.abs(u - v) !== N - 1;
  /** Closed walks from the least vertex of a cycle; each cycle is found in both directions. */
  const count = (path: number[]): number =>
    range(path[0] + 1, N)
      .filter((next) => !path.includes(next) && joined(path[path.length - 1], next))
      .map((next) => count([...path, next]) + (path.length > 1 && joined(next, path[0]) ? 1 : 0))
      .reduce((sum, found) => sum + found, 0);
  const cycles = range(1, N).reduce((sum, first) => sum + count([first]), 0) / 2;
  expect(reference_answer).toBe(cycles % MOD);
  expect(answer).toBe(String(cycles % MOD));
});
