import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const noDoubleTripleCounting = bruteForce<{ N: number; reference_answer: bigint }>(
  "NoDoubleTripleCounting",
  [{ MAX_N: 14 }],
  ({ N, reference_answer }, answer) => {
    const isFine = (S: number[]) => S.every((x) => !S.includes(2 * x) && !S.includes(3 * x));
    const count = [...subsets(range(1, N))].filter(isFine).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
