import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const transmissionDelay = bruteForce<{
  N: number;
  A: number[];
  D: number;
  reference_answer: bigint;
}>(
  "TransmissionDelay",
  [4, 6, 7].map((N) => ({ N })),
  ({ N, A, D, reference_answer }, answer) => {
    const isNear = (P: number[]) => P.every((from, i) => Math.abs(i - from) <= D);
    const near = [...permutations(range(0, N - 1))].filter(isNear);
    const count = new Set(near.map((P) => P.map((from) => A[from]).join(""))).size;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
