import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Instance {
  n: number;
  s: string;
  t: string;
  max_k: number;
  reference_answer: string;
}

/** By the definition: any sequence of few enough moves that leads to the target is right. */
export const stringReversalConstruction = bruteForce<Instance>(
  "StringReversalConstruction",
  [{ n: 1 }, { n: 3 }, { n: 8 }, { n: 20 }],
  ({ n, s, t, max_k, reference_answer }, answer) => {
    for (const moves of [reference_answer, answer].map(toIntegers)) {
      expect(moves.length).toBeLessThanOrEqual(max_k);
      let letters = [...s];
      for (const x of moves) {
        expect([x >= 0, x <= n]).toEqual([true, true]);
        const taken = x === 0 ? [] : letters.slice(-x);
        letters = [...taken.reverse(), ...letters.slice(0, n - x)];
      }
      expect(letters.join("")).toBe(t);
    }
  },
);
