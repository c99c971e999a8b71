import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

export const gcdFibonacciProduct = bruteForce<{
  N: number;
  M: number;
  MOD: number;
  reference_answer: number;
}>(
  "GCDFibonacciProduct",
  [{ MAX_N_M: 6 }, { MAX_N_M: 40 }],
  ({ N, M, MOD, reference_answer }, answer) => {
    const terms = [0n, 1n];
    while (terms.length <= 40) terms.push(terms[terms.length - 1] + terms[terms.length - 2]);
    let product = 1n;
    for (const i of range(1, N)) {
      for (const j of range(1, M)) product = (product * terms[gcd(i, j)]) % BigInt(MOD);
    }
    expect(reference_answer).toBe(Number(product));
    expect(answer).toBe(String(product));
  },
);
