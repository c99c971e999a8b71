import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";
import { longestNonDecreasing } from "../sequences.ts";

interface SubsequenceReversalLnds {
  N: number;
  A: number[];
  reference_answer: number;
}

export const subsequenceReversalLnds = bruteForce<SubsequenceReversalLnds>(
  "SubsequenceReversalLNDS",
  [{ N: 4 }, { N: 5 }, { N: 6 }],
  ({ N, A, reference_answer }, answer) => {
    const reverse = (indices: number[]) =>
      A.map((value, index) => {
        const place = indices.indexOf(index);
        return place === -1 ? value : A[indices[indices.length - 1 - place]];
      });
    const choices = [...subsets(range(0, N - 1))];
    const longest = Math.max(...choices.map((chosen) => longestNonDecreasing(reverse(chosen))));
    expect(reference_answer).toBe(longest);
    expect(answer).toBe(String(longest));
  },
);
