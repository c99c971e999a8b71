import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const monochromeBlockCounting = bruteForce<{
  A: number;
  B: number;
  reference_answer: bigint;
}>("MonochromeBlockCounting", [{ MAX_A_B: 15 }], ({ A, B, reference_answer }, answer) => {
  const towers = range(0, 8).map((T) => {
    const sum = (layers: number[]) => layers.reduce((total, layer) => total + layer, 0);
    const black = [...subsets(range(1, T))].map(sum);
    return black.filter((blocks) => blocks <= A && sum(range(1, T)) - blocks <= B).length;
  });
  const count = towers.filter((found) => found > 0).at(-1) ?? 0;
  expect(reference_answer).toBe(BigInt(count));
  expect(answer).toBe(String(count));
});
