import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const derangementExtension = bruteForce<{ N: number; M: number; reference_answer: number }>(
  "DerangementExtension",
  [4, 5, 6, 7].map((N) => ({ N })),
  ({ N, M, reference_answer }, answer) => {
    const all = [...permutations(range(1, N))];
    const count = all.filter((P) => P.filter((x, i) => x === i + 1).length === M).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
