import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const minNonsubstring = bruteForce<{ N: number; A: string; reference_answer: string }>(
  "MinNonsubstring",
  [{ N: 1 }, { N: 6 }, { N: 30 }],
  ({ N, A, reference_answer }, answer) => {
    // No longer ones than N's binary digits are needed, as A has fewer substrings of that length.
    const words = range(1, N.toString(2).length)
      .flatMap((length) => [...sequences(["a", "b"], length)])
      .map((letters) => letters.join(""));
    const first = words.find((word) => !A.includes(word));
    expect(reference_answer).toBe(first);
    expect(answer).toBe(first);
  },
);
