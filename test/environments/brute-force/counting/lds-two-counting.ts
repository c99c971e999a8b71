import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const ldsTwoCounting = bruteForce<{
  N: number;
  X: number;
  Y: number;
  reference_answer: bigint;
}>(
  "LDSTwo_Counting",
  [3, 5, 6, 7].map((N) => ({ N })),
  ({ N, X, Y, reference_answer }, answer) => {
    const hasThree = (A: number[]) =>
      A.some((x, i) => A.some((y, j) => j > i && x > y && A.some((z, k) => k > j && y > z)));
    const all = [...permutations(range(1, N))].filter((A) => A[X - 1] === Y);
    const count = all.filter((A) => !hasThree(A)).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
