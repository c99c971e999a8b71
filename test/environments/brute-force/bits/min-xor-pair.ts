import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Pair {
  N: number;
  A: number[];
  gold_answer: number;
  reference_answer: string;
}

export const minXorPair = bruteForce<Pair>(
  "MinXorPair",
  [
    { N: 4, max_bit_length: 4 },
    { N: 15, max_bit_length: 7 },
  ],
  ({ N, A, gold_answer, reference_answer }, answer) => {
    const value = ([i, j]: number[]) => (A[i] & A[j]) ^ (A[i] | A[j]);
    const pairs = range(0, N - 1).flatMap((j) => range(0, j - 1).map((i) => [i, j]));
    expect(gold_answer).toBe(Math.min(...pairs.map(value)));
    for (const text of [answer, reference_answer]) {
      expect(pairs).toContainEqual(toIntegers(text));
      expect(value(toIntegers(text))).toBe(gold_answer);
    }
  },
);
