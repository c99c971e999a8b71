import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

const isPalindrome = (text: string) => text === [...text].reverse().join("");

export const longestDoublePalindrome = bruteForce<{ N: number; S: string; gold_answer: number }>(
  "Longest_DoublePalindrome",
  [{ N: 3 }, { N: 8 }, { N: 14 }],
  ({ N, S, gold_answer }, answer) => {
    const isPair = (A: number, B: number, C: number) =>
      A < B && B < C && isPalindrome(S.slice(A, B)) && isPalindrome(S.slice(B, C));
    const ends = range(0, N);
    const lengths = ends.flatMap((A) =>
      ends.flatMap((B) => ends.filter((C) => isPair(A, B, C)).map((C) => C - A)),
    );
    expect(gold_answer).toBe(Math.max(...lengths));
    const [A, B, C] = toIntegers(answer);
    expect(isPair(A, B, C)).toBe(true);
    expect(C - A).toBe(gold_answer);
  },
);
