import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const nandResultCounting = bruteForce<{
  K: number;
  A: bigint[];
  L: bigint;
  R: bigint;
  reference_answer: bigint;
}>(
  "NANDResultCounting",
  [
    { N: 2, K: 3 },
    { N: 3, K: 6 },
  ],
  ({ K, A, L, R, reference_answer }, answer) => {
    const reached = new Set(A.map(Number));
    // Everything that NAND makes of two numbers reached, until nothing new comes.
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const a of [...reached]) for (const b of [...reached]) reached.add(2 ** K - 1 - (a & b));
    }
    const count = [...reached].filter((x) => x >= Number(L) && x <= Number(R)).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
