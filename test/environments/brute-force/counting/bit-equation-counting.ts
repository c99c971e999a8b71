import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const bitEquationCounting = bruteForce<{
  N: number;
  expression: string;
  reference_answer: bigint;
}>(
  "BitEquationCounting",
  [2, 5, 9].map((N) => ({ N })),
  ({ N, expression, reference_answer }, answer) => {
    const evaluate = (bits: number[]) => {
      let next = 0;
      let text = expression.replaceAll("_", () => String(bits[next++])).replaceAll(" ", "");
      // Innermost parts first, until a single bit is left.
      for (text = `(${text})`; text.length > 1; ) {
        text = text.replace(
          /\((\d)(.)(\d)\)|\((\d)\)/,
          (_, a, operator, b, bit) =>
            bit ?? String(operator === "&" ? a & b : operator === "|" ? a | b : a ^ b),
        );
      }
      return text === "1";
    };
    const count = [...sequences(range(0, 1), N)].filter(evaluate).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
