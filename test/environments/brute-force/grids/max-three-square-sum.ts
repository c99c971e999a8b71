import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const maxThreeSquareSum = bruteForce<{
  N: number;
  M: number;
  K: number;
  A: number[][];
  reference_answer: number;
}>(
  "MaxThreeSquareSum",
  [{ MAX_N_M: 4 }, { MAX_N_M: 7 }],
  ({ N, M, K, A, reference_answer }, answer) => {
    const squares = range(0, N - K)
      .flatMap((i) => range(0, M - K).map((j) => ({ i, j })))
      .map(({ i, j }) => {
        const rows = A.slice(i, i + K).flatMap((row) => row.slice(j, j + K));
        return { i, j, total: rows.reduce((sum, value) => sum + value, 0) };
      });
    type Square = (typeof squares)[number];
    const areApart = (a: Square, b: Square) => Math.abs(a.i - b.i) >= K || Math.abs(a.j - b.j) >= K;
    let greatest = 0;
    for (const [at, a] of squares.entries()) {
      const others = squares.slice(at + 1).filter((b) => areApart(a, b));
      for (const [next, b] of others.entries()) {
        for (const c of others.slice(next + 1)) {
          if (areApart(b, c)) greatest = Math.max(greatest, a.total + b.total + c.total);
        }
      }
    }
    expect(reference_answer).toBe(greatest);
    expect(answer).toBe(String(greatest));
  },
);
