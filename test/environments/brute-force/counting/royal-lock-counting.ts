import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const royalLockCounting = bruteForce<{ N: number; K: number; reference_answer: bigint }>(
  "RoyalLockCounting",
  [{ N: 3 }, { N: 4 }],
  ({ N, K, reference_answer }, answer) => {
    const squares = range(0, N - 1).flatMap((row) =>
      range(0, N - 1).map((column) => [row, column]),
    );
    const touch = (a: number[], b: number[]) =>
      a !== b && Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
    const count = [...subsets(squares)].filter(
      (kings) => kings.length === K && !kings.some((a) => kings.some((b) => touch(a, b))),
    ).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
