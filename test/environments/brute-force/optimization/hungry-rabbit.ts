import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  M: number;
  K: number;
  L: number;
  forbidden: number[][];
  reference_answer: string;
}

export const hungryRabbit = bruteForce<Instance>(
  "HungryRabbit",
  [{ MAX_N_M: 4 }, { MAX_N_M: 12 }],
  ({ N, M, K, L, forbidden, reference_answer }, answer) => {
    // Any chain that meets the conditions is right.
    for (const text of [reference_answer, answer]) {
      const sets = text.split("\n").map(toIntegers);
      expect(sets.length).toBe(M);
      for (const [i, set] of sets.entries()) {
        expect(new Set(set).size).toBe(K);
        expect(set.length).toBe(K);
        const allowed = range(1, N).filter((element) => !forbidden[i].includes(element));
        expect(allowed).toEqual(expect.arrayContaining(set));
        const common = set.filter((element) => i === 0 || sets[i - 1].includes(element));
        expect(K - common.length).toBeLessThanOrEqual(L);
      }
    }
  },
);
