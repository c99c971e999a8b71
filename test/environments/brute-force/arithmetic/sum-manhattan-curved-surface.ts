import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const sumManhattanCurvedSurface = bruteForce<{
  A: number;
  B: number;
  reference_answer: bigint;
}>(
  "SumManhattan_CurvedSurface",
  [{ MAX_A_B: 5 }, { MAX_A_B: 12 }],
  ({ A, B, reference_answer }, answer) => {
    const values = range(-B, B);
    let sum = 0;
    for (const x of values) {
      for (const y of values) {
        for (const z of values) {
          const product = x * y * z;
          if (A <= product && product <= B) sum += (Math.abs(x) + Math.abs(y) + Math.abs(z)) ** 2;
        }
      }
    }
    expect(reference_answer).toBe(BigInt(sum));
    expect(answer).toBe(String(sum));
  },
);
