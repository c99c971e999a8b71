import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const palindromicSubstringNumberCounting = bruteForce<{
  L: number;
  R: number;
  reference_answer: number;
}>(
  "PalindromicSubstringNumberCounting",
  [{ MAX_R: 400 }, { MAX_R: 3000 }],
  ({ L, R, reference_answer }, answer) => {
    const holdsPalindrome = (text: string) =>
      range(0, text.length - 2).some((i) =>
        range(i + 2, text.length).some((j) => {
          const part = text.slice(i, j);
          return [...part].reverse().join("") === part;
        }),
      );
    const count = range(L, R).filter((n) => holdsPalindrome(String(n))).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
