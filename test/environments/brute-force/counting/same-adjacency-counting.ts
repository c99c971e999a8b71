import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const sameAdjacencyCounting = bruteForce<{
  N: number;
  M: number;
  MOD: number;
  reference_answer: number;
}>("SameAdjacencyCounting", [{ MAX_N: 6, MAX_M: 4 }], ({ N, M, MOD, reference_answer }, answer) => {
  const all = [...sequences(range(1, M), N)];
  const count = all.filter((list) => list.some((x, i) => x === list[i + 1])).length;
  expect(reference_answer).toBe(count % MOD);
  expect(answer).toBe(String(count % MOD));
});
