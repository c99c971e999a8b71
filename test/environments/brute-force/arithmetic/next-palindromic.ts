import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const nextPalindromic = bruteForce<{ N: bigint; reference_answer: string }>(
  "NextPalindromic",
  [{ digit_num: 1 }, { digit_num: 2 }, { digit_num: 5 }],
  ({ N, reference_answer }, answer) => {
    let next = Number(N) + 1;
    while (String(next) !== [...String(next)].reverse().join("")) next++;
    expect(reference_answer).toBe(String(next));
    expect(answer).toBe(String(next));
  },
);
