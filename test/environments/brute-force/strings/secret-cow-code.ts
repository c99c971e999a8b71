import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const secretCowCode = bruteForce<{ S: string; K: number; reference_answer: string }>(
  "SecretCowCode",
  [
    { MAX_N: 2, MAX_K: 3 },
    { MAX_N: 5, MAX_K: 100 },
    { MAX_N: 20, MAX_K: 3000 },
  ],
  ({ S, K, reference_answer }, answer) => {
    let text = S;
    while (text.length < K) text += text.slice(-1) + text.slice(0, -1);
    expect(reference_answer).toBe(text[K - 1]);
    expect(answer).toBe(text[K - 1]);
  },
);
