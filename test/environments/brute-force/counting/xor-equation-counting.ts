import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const xorEquationCounting = bruteForce<{
  N: number;
  L: number;
  R: number;
  K: number;
  reference_answer: number;
}>(
  "XorEquationCounting",
  [
    { N: 2, RANGE: 31 },
    { N: 3, RANGE: 15 },
    { N: 5, RANGE: 7 },
  ],
  ({ N, L, R, K, reference_answer }, answer) => {
    const tuples = [...sequences(range(L, R), N)];
    const count =
      tuples.filter((tuple) => tuple.reduce((xor, x) => xor ^ x, 0) === K).length % 10_000;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
