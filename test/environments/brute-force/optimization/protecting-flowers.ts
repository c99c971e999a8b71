import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

export const protectingFlowers = bruteForce<{
  N: number;
  T: number[];
  D: number[];
  gold_answer: number;
}>("ProtectingFlowers", [{ N: 3 }, { N: 6 }], ({ N, T, D, gold_answer }, answer) => {
  const totalOf = (order: readonly number[]) =>
    order.reduce(
      (sum, item, place) =>
        sum + D[item - 1] * order.slice(0, place).reduce((time, other) => time + T[other - 1], 0),
      0,
    );
  const least = Math.min(...[...permutations(range(1, N))].map(totalOf));
  expect(gold_answer).toBe(least);
  expect(totalOf(toIntegers(answer))).toBe(least);
});
