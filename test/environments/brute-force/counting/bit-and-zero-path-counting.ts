import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const bitAndZeroPathCounting = bruteForce<{
  S: string;
  T: string;
  reference_answer: number;
}>(
  "BitAndZero_PathCounting",
  [{ max_length: 4 }, { max_length: 7 }],
  ({ S, T, reference_answer }, answer) => {
    const [from, to] = [S, T].map((text) => Number.parseInt(text, 2));
    const paths = new Map([[to, 1]]);
    for (const s of range(from, to - 1).reverse()) {
      const ways = range(s + 1, to).filter((t) => (s & t) === 0);
      paths.set(
        s,
        ways.reduce((sum, t) => sum + (paths.get(t) ?? 0), 0),
      );
    }
    const count = (paths.get(from) ?? 0) % 10_000;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
