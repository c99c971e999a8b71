import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const subarraySumXor = bruteForce<{ N: number; A: number[]; reference_answer: number }>(
  "SubarraySumXor",
  [{ N: 4 }, { N: 20 }],
  ({ N, A, reference_answer }, answer) => {
    const subarrays = range(1, N).flatMap((end) => range(0, end - 1).map((l) => A.slice(l, end)));
    const right = subarrays
      .map((subarray) => subarray.reduce((sum, value) => sum + value, 0))
      .reduce((xor, value) => xor ^ value, 0);
    expect(reference_answer).toBe(right);
    expect(answer).toBe(String(right));
  },
);
