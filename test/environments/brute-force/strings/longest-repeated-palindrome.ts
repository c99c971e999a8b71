import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

function isFourfold(text: string): boolean {
  const A = text.slice(0, text.length / 4);
  const reversed = [...A].reverse().join("");
  return text !== "" && text === A + reversed + A + reversed;
}

export const longestRepeatedPalindrome = bruteForce<{ N: number; S: string; gold_answer: number }>(
  "Longest_RepeatedPalindrome",
  [{ N: 4 }, { N: 10 }, { N: 20 }],
  ({ N, S, gold_answer }, answer) => {
    const ends = range(0, N);
    const fourfold = ends
      .flatMap((start) => ends.map((end) => S.slice(start, end)))
      .filter(isFourfold);
    expect(gold_answer).toBe(Math.max(...fourfold.map((text) => text.length)));
    expect(fourfold).toContain(answer);
    expect(answer).toHaveLength(gold_answer);
  },
);
