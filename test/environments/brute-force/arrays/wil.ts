import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

interface Wil {
  N: number;
  A: number[];
  D: number;
  P: number;
  gold_answer: number;
}

export const wil = bruteForce<Wil>(
  "WIL",
  [{ N: 3 }, { N: 5 }, { N: 8 }],
  ({ N, A, D, P, gold_answer }, answer) => {
    const intervals = range(1, N).flatMap((left) => range(left, N).map((right) => [left, right]));
    const isAllowed = ([l1, r1]: number[], [l2, r2]: number[]) => {
      const zeroed = A.map((value, index) => (l1 <= index + 1 && index + 1 <= r1 ? 0 : value));
      return r1 - l1 + 1 <= D && total(zeroed.slice(l2 - 1, r2)) <= P;
    };
    const second = intervals.filter((long) => intervals.some((short) => isAllowed(short, long)));
    expect(gold_answer).toBe(Math.max(...second.map(([left, right]) => right - left + 1)));
    const [l1, r1, l2, r2] = toIntegers(answer);
    expect(intervals).toContainEqual([l1, r1]);
    expect(isAllowed([l1, r1], [l2, r2])).toBe(true);
    expect(r2 - l2 + 1).toBe(gold_answer);
  },
);
