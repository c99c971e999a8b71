import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const minKDivisorNumber = bruteForce<{ K: number; reference_answer: bigint }>(
  "MinKDivisorNumber",
  [{ MAX_K: 12 }, { MAX_K: 8 }],
  ({ K, reference_answer }, answer) => {
    const countDivisors = (n: number) => range(1, n).filter((divisor) => n % divisor === 0).length;
    let least = 1;
    while (countDivisors(least) !== K) least++;
    expect(reference_answer).toBe(BigInt(least));
    expect(answer).toBe(String(least));
  },
);
