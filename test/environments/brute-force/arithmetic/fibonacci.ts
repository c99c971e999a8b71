import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Instance {
  N: number;
  A1: number;
  A2: number;
  P: number;
  Q: number;
  reference_answer: number;
}

export const fibonacci = bruteForce<Instance>(
  "Fibonacci",
  [{ MAX_N: 5 }, { MAX_N: 300 }],
  ({ N, A1, A2, P, Q, reference_answer }, answer) => {
    const terms = [BigInt(A1), BigInt(A2)];
    while (terms.length < N) {
      terms.push(BigInt(P) * terms[terms.length - 1] + BigInt(Q) * terms[terms.length - 2]);
    }
    const term = Number(terms[N - 1] % 10_000n);
    expect(reference_answer).toBe(term);
    expect(answer).toBe(String(term));
  },
);
