import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

export const bitwiseOperationSequenceCounting = bruteForce<{
  N: number;
  A: string[];
  R: string;
  reference_answer: bigint;
}>(
  "BitwiseOperationSequenceCounting",
  [{ MAX_N_M: 3 }, { MAX_N_M: 7 }],
  ({ N, A, R, reference_answer }, answer) => {
    const rows = A.map((row) => Number.parseInt(row, 2));
    const evaluate = (operators: string[]) =>
      operators.reduce(
        (result, operator, i) => (operator === "and" ? result & rows[i + 1] : result | rows[i + 1]),
        rows[0],
      );
    const choices = [...sequences(["and", "or"], N)];
    const count = choices.filter((choice) => evaluate(choice) === Number.parseInt(R, 2)).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
