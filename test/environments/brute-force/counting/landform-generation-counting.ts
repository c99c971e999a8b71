import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const landformGenerationCounting = bruteForce<{
  N: number;
  A: [number, number][];
  MOD: number;
  reference_answer: number;
}>(
  "LandformGenerationCounting",
  [3, 5, 6].map((N) => ({ N })),
  ({ A, MOD, reference_answer }, answer) => {
    const isValid = (order: number[]) =>
      order.every((item, place) => {
        const before = order.slice(0, place).filter((other) => A[other][0] > A[item][0]);
        return before.length < A[item][1];
      });
    const valid = [...permutations(range(0, A.length - 1))].filter(isValid);
    const count = new Set(valid.map((order) => order.map((item) => A[item][0]).join(" "))).size;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
