import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const powerCycle = bruteForce<{ N: bigint; K: number; reference_answer: bigint }>(
  "PowerCycle",
  [{ digit_num: 1 }, { digit_num: 3 }, { digit_num: 4 }],
  ({ N, K, reference_answer }, answer) => {
    // Power by power, until the first one's digits recur.
    const modulus = 10n ** BigInt(K);
    let length = 0n;
    let power = N % modulus;
    do {
      power = (power * N) % modulus;
      length++;
    } while (power !== N % modulus);
    expect(reference_answer).toBe(length);
    expect(answer).toBe(String(length));
  },
);
