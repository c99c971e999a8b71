import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const setCover = bruteForce<{ N: number; Sets: number[][]; reference_answer: string }>(
  "SetCover",
  [{ N: 3 }, { N: 9 }],
  ({ N, Sets, reference_answer }, answer) => {
    // Any exact cover is right.
    for (const text of [reference_answer, answer]) {
      const selected = toIntegers(text);
      expect(new Set(selected).size).toBe(selected.length);
      const items = selected.flatMap((index) => Sets[index]);
      expect(items.sort((a, b) => a - b)).toEqual(range(0, N - 1));
    }
  },
);
