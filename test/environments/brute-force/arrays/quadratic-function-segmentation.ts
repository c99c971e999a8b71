import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { slicings, toIntegers } from "../enumerations.ts";
import { toBatches, total } from "../sequences.ts";

interface QuadraticFunctionSegmentation {
  N: number;
  xs: number[];
  A_coef: number;
  B_coef: number;
  C_coef: number;
  gold_answer: number;
}

export const quadraticFunctionSegmentation = bruteForce<QuadraticFunctionSegmentation>(
  "QuadraticFunctionSegmentation",
  [{ N: 4 }, { N: 7 }, { N: 10 }],
  ({ N, xs, A_coef, B_coef, C_coef, gold_answer }, answer) => {
    const worth = (ends: number[]) =>
      total(
        toBatches(xs, ends)
          .map(total)
          .map((X) => A_coef * X * X + B_coef * X + C_coef),
      );
    const cuts = [...slicings(N)];
    expect(gold_answer).toBe(Math.max(...cuts.map(worth)));
    expect(cuts).toContainEqual(toIntegers(answer));
    expect(worth(toIntegers(answer))).toBe(gold_answer);
  },
);
