import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const bucketSorting = bruteForce<{ array: number[]; reference_answer: number }>(
  "BucketSorting",
  [
    { N: 5, MAX: 2 },
    { N: 9, MAX: 3 },
  ],
  ({ array, reference_answer }, answer) => {
    const occurrences = (value: number) => array.filter((other) => other === value).length;
    const most = Math.max(...array.map(occurrences));
    expect(occurrences(reference_answer)).toBe(most);
    expect(occurrences(Number(answer))).toBe(most);
  },
);
