import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const binaryLinearEquationSolutionCounting = bruteForce<{
  A: number;
  B: number;
  C: bigint;
  X1: number;
  X2: number;
  Y1: number;
  Y2: number;
  reference_answer: bigint;
}>(
  "BinaryLinearEquation_SolutionCounting",
  [{ MAX_RANGE: 8 }, { MAX_RANGE: 16 }],
  ({ A, B, C, X1, X2, Y1, Y2, reference_answer }, answer) => {
    const values = range(X1, X2).flatMap((x) => range(Y1, Y2).map((y) => A * x + B * y));
    const count = values.filter((value) => value + Number(C) === 0).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
