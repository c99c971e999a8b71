import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const sumPseudoEuclidean = bruteForce<{ N: number; reference_answer: number }>(
  "SumPseudoEuclidean",
  [{ MAX_N: 5 }, { MAX_N: 60 }],
  ({ N, reference_answer }, answer) => {
    // Steps keep a + b, so there are fewer pairs than that: a longer process never ends.
    const steps = (i: number, j: number) => {
      let [a, b, count] = [i, j, 0];
      for (; a !== b; count++) {
        if (count > i + j) return 0;
        [a, b] = a > b ? [a - b, 2 * b] : [2 * a, b - a];
      }
      return count;
    };
    const sum = total(range(1, N).flatMap((i) => range(1, N).map((j) => steps(i, j))));
    expect(reference_answer).toBe(sum);
    expect(answer).toBe(String(sum));
  },
);
