import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Instance {
  Y_start: number;
  Y_target: number;
  buttons: [string, number][][];
  reference_answer: string;
}

export const quantumLockPuzzle = bruteForce<Instance>(
  "QuantumLockPuzzle",
  [
    { N: 2, steps: 4 },
    { N: 6, steps: 9 },
  ],
  ({ Y_start, Y_target, buttons, reference_answer }, answer) => {
    // Any presses that lead to the target are right.
    for (const text of [reference_answer, answer]) {
      let [X, Y] = [0, Y_start];
      for (const press of toIntegers(text)) {
        const [operator, value] = buttons[press][X];
        if (operator === "+") Y += value;
        if (operator === "-") Y -= value;
        if (operator === "*") Y *= value;
        X = X === 0 ? 1 : 0;
      }
      expect(Y).toBe(Y_target);
    }
  },
);
