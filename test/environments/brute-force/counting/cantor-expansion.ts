import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations } from "../enumerations.ts";

export const cantorExpansion = bruteForce<{ A: number[]; MOD: number; reference_answer: number }>(
  "CantorExpansion",
  [3, 5, 6].map((N) => ({ N })),
  ({ A, MOD, reference_answer }, answer) => {
    // Elements have one digit each, so that texts compare like sequences.
    const rearrangements = new Set([...permutations(A)].map((order) => order.join("")));
    const count = [...rearrangements].filter((text) => text < A.join("")).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
