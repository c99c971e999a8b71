import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const doublePalindromicStringCounting = bruteForce<{
  N: number;
  C: number;
  reference_answer: bigint;
}>(
  "DoublePalindromicStringCounting",
  [
    { MAX_N: 8, C: 2 },
    { MAX_N: 5, C: 3 },
  ],
  ({ N, C, reference_answer }, answer) => {
    const isPalindrome = (text: number[]) => text.join() === text.toReversed().join();
    const isDouble = (text: number[]) =>
      range(1, text.length - 1).some(
        (cut) => isPalindrome(text.slice(0, cut)) && isPalindrome(text.slice(cut)),
      );
    const texts = range(1, N).flatMap((length) => [...sequences(range(1, C), length)]);
    const count = texts.filter(isDouble).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
