import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface Tree {
  N: number;
  W: number[];
  A: number[];
  gold_answer: number;
}

export const maxTreeConstrainedPermutationWeight = bruteForce<Tree>(
  "Max_TreeConstrainedPermutation_Weight",
  [{ N: 3 }, { N: 5 }, { N: 6 }],
  ({ N, W, A, gold_answer }, answer) => {
    const isAllowed = (P: number[]) =>
      P.every((element) => {
        const before = A[element - 1];
        return before === 0 || P.indexOf(before) < P.indexOf(element);
      });
    const weigh = (P: number[]) => P.reduce((sum, element, i) => sum + W[element - 1] * (i + 1), 0);
    const orders = [...permutations(range(1, N))].filter(isAllowed);
    expect(gold_answer).toBe(Math.max(...orders.map(weigh)));
    expect(isAllowed(toIntegers(answer))).toBe(true);
    expect(weigh(toIntegers(answer))).toBe(gold_answer);
  },
);
