import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

export const palembangBridges = bruteForce<{
  N: number;
  K: number;
  S: number[];
  T: number[];
  gold_answer: number;
}>("PalembangBridges", [{ N: 3 }, { N: 8 }], ({ N, K, S, T, gold_answer }, answer) => {
  const costOf = (points: readonly number[]) =>
    S.reduce(
      (sum, from, i) =>
        sum + Math.min(...points.map((p) => Math.abs(p - from) + Math.abs(p - T[i]))),
      0,
    );
  const least = Math.min(...[...sequences(range(0, N), K)].map(costOf));
  expect(gold_answer).toBe(least);
  expect(costOf(toIntegers(answer))).toBe(least);
  expect(toIntegers(answer)).toHaveLength(K);
});
