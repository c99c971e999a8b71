import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const subsetSumSequence = bruteForce<{ N: number; K: number; reference_answer: bigint }>(
  "SubsetSumSequence",
  [
    { MAX_N: 3, MAX_K: 2 },
    { MAX_N: 200, MAX_K: 9 },
  ],
  ({ N, K, reference_answer }, answer) => {
    const powers = range(0, 7).map((exponent) => K ** exponent);
    const terms = [...subsets(powers)].map(total).sort((a, b) => a - b);
    expect(reference_answer).toBe(BigInt(terms[N]));
    expect(answer).toBe(String(terms[N]));
  },
);
