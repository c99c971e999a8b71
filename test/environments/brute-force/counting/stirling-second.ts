import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const stirlingSecond = bruteForce<{ N: number; R: number; reference_answer: number }>(
  "StirlingSecond",
  [{ MAX_N: 7, MAX_R: 4 }],
  ({ N, R, reference_answer }, answer) => {
    const fillings = [...sequences(range(1, R), N)].filter((boxes) => new Set(boxes).size === R);
    expect(reference_answer).toBe(fillings.length);
    expect(answer).toBe(String(fillings.length));
  },
);
