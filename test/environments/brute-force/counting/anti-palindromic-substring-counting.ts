import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const antiPalindromicSubstringCounting = bruteForce<{ S: string; reference_answer: number }>(
  "AntiPalindromicSubstringCounting",
  [{ N: 5 }, { N: 14 }],
  ({ S, reference_answer }, answer) => {
    const substrings = range(0, S.length - 1).flatMap((i) =>
      range(i + 1, S.length).map((j) => [...S.slice(i, j)]),
    );
    const isAnti = (text: string[]) =>
      text
        .toReversed()
        .map((c) => (c === "0" ? "1" : "0"))
        .join("") === text.join("");
    const count = substrings.filter(isAnti).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
