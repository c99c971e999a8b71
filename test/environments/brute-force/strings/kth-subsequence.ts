import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const kthSubsequence = bruteForce<{ S: string; K: bigint; reference_answer: string }>(
  "KthSubsequence",
  [{ N: 3 }, { N: 6 }, { N: 9 }],
  ({ S, K, reference_answer }, answer) => {
    const subsequences = new Set([...subsets([...S])].map((letters) => letters.join("")));
    subsequences.delete("");
    const kth = [...subsequences].sort()[Number(K) - 1];
    expect(reference_answer).toBe(kth);
    expect(answer).toBe(kth);
  },
);
