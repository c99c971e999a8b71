import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

/** A notation's powers: the parts between the + signs outside of all parentheses. */
function split(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    if (letter === "+" && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** The exponents of a notation, each of them in its one allowed form. */
function exponentsOf(text: string): number[] {
  return split(text).map((part) => {
    if (part === "2(0)") return 0;
    if (part === "2") return 1;
    expect(part).toMatch(/^2\(.*\)$/);
    const exponent = numberOf(part.slice(2, -1));
    expect(exponent).toBeGreaterThanOrEqual(2);
    return exponent;
  });
}

/** The value of a notation, whose powers must descend. */
function numberOf(text: string): number {
  const exponents = exponentsOf(text);
  expect(exponents).toEqual([...new Set(exponents)].sort((a, b) => b - a));
  return exponents.reduce((sum, exponent) => sum + 2 ** exponent, 0);
}

export const powerNest = bruteForce<{ number: number; reference_answer: string }>(
  "PowerNest",
  [{ max_number: 4 }, { max_number: 300 }, { max_number: 2 ** 40 }],
  ({ number, reference_answer }, answer) => {
    expect(numberOf(reference_answer)).toBe(number);
    expect(answer).toBe(reference_answer);
  },
);
