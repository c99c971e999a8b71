import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const smallestBinaryMultiple = bruteForce<{ A: number; reference_answer: bigint }>(
  "SmallestBinaryMultiple",
  [{ MAX_A: 10 }, { MAX_A: 40 }],
  ({ A, reference_answer }, answer) => {
    // The numbers of digits 0 and 1 in ascending order: binary numbers, read in base 10.
    let n = 1;
    while (BigInt(n.toString(2)) % BigInt(A) !== 0n) n++;
    const factor = BigInt(n.toString(2)) / BigInt(A);
    expect(reference_answer).toBe(factor);
    expect(answer).toBe(String(factor));
  },
);
