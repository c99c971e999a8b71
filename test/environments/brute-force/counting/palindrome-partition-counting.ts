import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const palindromePartitionCounting = bruteForce<{
  N: number;
  S: string;
  reference_answer: bigint;
}>("PalindromePartitionCounting", [{ N: 5 }, { N: 10 }], ({ N, S, reference_answer }, answer) => {
  const isPalindrome = (text: string) => [...text].reverse().join("") === text;
  const count = [...subsets(range(1, N - 1))].filter((cuts) =>
    [0, ...cuts].every((cut, i) => isPalindrome(S.slice(cut, cuts[i] ?? N))),
  ).length;
  expect(reference_answer).toBe(BigInt(count));
  expect(answer).toBe(String(count));
});
