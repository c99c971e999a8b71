import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const expressionAddingParentheseCounting = bruteForce<{
  operands: number[];
  operations: string[];
  reference_answer: number;
}>(
  "Expression_AddingParenthese_Counting",
  [3, 5, 7].map((num_operands) => ({ num_operands })),
  ({ operands, operations, reference_answer }, answer) => {
    /** The value of each way to carry out the operations, one after the other. */
    const valuesOf = (numbers: bigint[], signs: string[]): bigint[] =>
      signs.length === 0
        ? numbers
        : signs.flatMap((sign, i) => {
            const [a, b] = [numbers[i], numbers[i + 1]];
            const value = sign === "+" ? a + b : sign === "-" ? a - b : a * b;
            return valuesOf(numbers.toSpliced(i, 2, value), signs.toSpliced(i, 1));
          });
    const count = new Set(valuesOf(operands.map(BigInt), operations)).size;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
