import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const minNoSolutionLinearDiophantineEquation = bruteForce<{
  A: number;
  B: number;
  reference_answer: bigint;
}>(
  "MinNoSolutionLinearDiophantineEquation",
  [{ MAX_A_B: 5 }, { MAX_A_B: 30 }],
  ({ A, B, reference_answer }, answer) => {
    const hasSolution = (z: number) => range(0, z / A).some((x) => (z - A * x) % B === 0);
    const gaps = range(0, A * B).filter((z) => !hasSolution(z));
    expect(reference_answer).toBe(BigInt(gaps[gaps.length - 1]));
    expect(answer).toBe(String(gaps.at(-1)));
  },
);
