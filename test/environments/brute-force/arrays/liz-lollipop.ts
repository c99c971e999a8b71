import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

interface LizLollipop {
  N: number;
  A: number[];
  existence: boolean[];
  reference_answer: string;
}

export const lizLollipop = bruteForce<LizLollipop>(
  "LIZ_Lollipop",
  [{ N: 3 }, { N: 6 }, { N: 12 }],
  ({ N, A, existence, reference_answer }, answer) => {
    const sumOf = ([left, right]: number[]) => total(A.slice(left, right + 1));
    const attainable = new Set(
      range(0, N - 1).flatMap((left) => range(left, N - 1).map((right) => sumOf([left, right]))),
    );
    const sums = range(1, total(A));
    expect(existence).toEqual(sums.map((sum) => attainable.has(sum)));
    for (const text of [answer, reference_answer]) {
      const pairs = text.split("\n").map(toIntegers);
      expect(pairs.length).toBe(sums.length);
      for (const [index, sum] of sums.entries()) {
        if (attainable.has(sum)) expect(sumOf(pairs[index])).toBe(sum);
        else expect(pairs[index]).toEqual([-1, -1]);
      }
    }
  },
);
