import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const goldWashing = bruteForce<{ N: number; K: number; reference_answer: number }>(
  "GoldWashing",
  [{ MAX_N: 30 }],
  ({ N, K, reference_answer }, answer) => {
    const f = (x: number) => [...String(x)].reduce((product, digit) => product * Number(digit), 1);
    const withProduct = range(0, N).map((a) => range(1, N).filter((x) => f(x) === a).length);
    const g = range(1, N).flatMap((a) => range(1, N).map((b) => withProduct[a] * withProduct[b]));
    const largest = g.sort((x, y) => y - x).slice(0, K);
    const count = largest.reduce((sum, value) => sum + value, 0);
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
