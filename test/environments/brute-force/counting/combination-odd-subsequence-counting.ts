import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const combinationOddSubsequenceCounting = bruteForce<{
  A: number[];
  reference_answer: number;
}>("CombinationOddSubsequenceCounting", [{ N: 4 }, { N: 9 }], ({ A, reference_answer }, answer) => {
  const choose = (n: number, m: number) =>
    range(1, m).reduce((product, i) => (product * (n - m + i)) / i, m > n ? 0 : 1);
  const isOdd = (a: number[]) =>
    a.every((n, i) => i === a.length - 1 || choose(n, a[i + 1]) % 2 === 1);
  const count = [...subsets(A)].filter((a) => a.length >= 2 && isOdd(a)).length;
  expect(reference_answer).toBe(count);
  expect(answer).toBe(String(count));
});
