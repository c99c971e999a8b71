import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface KingSorting {
  N: number;
  array: { A: number; B: number }[];
  gold_answer: bigint;
}

export const kingSorting = bruteForce<KingSorting>(
  "KingSorting",
  [
    { N: 4, MAX_A_B: 10 },
    { N: 5, MAX_A_B: 3 },
  ],
  ({ N, array, gold_answer }, answer) => {
    const largest = (order: number[]) => {
      const row = [0, ...order].map((index) => array[index]);
      const values = row.slice(1).map(({ B }, index) => {
        const product = row.slice(0, index + 1).reduce((result, { A }) => result * A, 1);
        return Math.floor(product / B);
      });
      return Math.max(...values);
    };
    const least = Math.min(...[...permutations(range(1, N))].map(largest));
    expect(gold_answer).toBe(BigInt(least));
    expect(largest(toIntegers(answer))).toBe(least);
  },
);
