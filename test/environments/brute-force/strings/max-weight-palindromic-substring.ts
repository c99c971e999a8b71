import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

const isPalindrome = (text: string) => text === [...text].reverse().join("");

interface Instance {
  N: number;
  S: string;
  gold_answer: number;
}

export const maxWeightPalindromicSubstring = bruteForce<Instance>(
  "MaxWeightPalindromicSubstring",
  [{ N: 3 }, { N: 9 }, { N: 16 }],
  ({ N, S, gold_answer }, answer) => {
    const ends = range(0, N);
    const weight = (text: string) =>
      text.length * ends.filter((start) => S.startsWith(text, start)).length;
    const palindromes = ends
      .flatMap((start) => ends.map((end) => S.slice(start, end)))
      .filter(isPalindrome);
    expect(gold_answer).toBe(Math.max(...palindromes.map(weight)));
    expect(isPalindrome(answer)).toBe(true);
    expect(weight(answer)).toBe(gold_answer);
  },
);
