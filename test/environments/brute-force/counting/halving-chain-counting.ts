import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** The sequence that ends here, and all that go on. */
function countFrom(last: number): number {
  const longer = range(1, Math.floor(last / 2)).map(countFrom);
  return 1 + longer.reduce((sum, count) => sum + count, 0);
}

export const halvingChainCounting = bruteForce<{ N: number; reference_answer: bigint }>(
  "HalvingChainCounting",
  [{ MAX_N: 60 }],
  ({ N, reference_answer }, answer) => {
    const count = countFrom(N);
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
