import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const maxXorSet = bruteForce<{ N: number; A: number[]; gold_answer: number }>(
  "MaxXorSet",
  [
    { N: 4, MAX_bit_length: 3 },
    { N: 9, MAX_bit_length: 7 },
  ],
  ({ N, A, gold_answer }, answer) => {
    const xorOf = (indices: number[]) => indices.reduce((xor, index) => xor ^ A[index], 0);
    const best = Math.max(...[...subsets(range(0, N - 1))].map(xorOf));
    expect(gold_answer).toBe(best);
    expect(xorOf(toIntegers(answer))).toBe(best);
  },
);
