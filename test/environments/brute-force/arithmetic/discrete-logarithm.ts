import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const discreteLogarithm = bruteForce<{
  X: number;
  Z: number;
  K: number;
  reference_answer: number;
}>(
  "DiscreteLogarithm",
  [{ MAX_Z: 10 }, { MAX_Z: 400 }],
  ({ X, Z, K, reference_answer }, answer) => {
    let least = 0;
    for (let power = 1 % Z; power !== K % Z; power = (power * X) % Z) least++;
    expect(reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
