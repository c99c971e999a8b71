import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Countdown {
  target: number;
  operands: number[];
}

/** All values of one number left, after any two are replaced by an operation's result, in turn. */
function reachable(numbers: readonly number[]): Set<number> {
  if (numbers.length === 1) return new Set(numbers);
  const values = new Set<number>();
  for (const [i, a] of numbers.entries()) {
    for (const [j, b] of numbers.entries()) {
      if (i === j) continue;
      const others = numbers.filter((_, index) => index !== i && index !== j);
      for (const result of [a + b, a - b, a * b, a / b]) {
        if (!Number.isFinite(result)) continue;
        for (const value of reachable([...others, result])) values.add(value);
      }
    }
  }
  return values;
}

/** Reads sums of products of numbers and parentheses, from left to right. */
function evaluate(text: string): number {
  const tokens = text.match(/\d+|[-+*/()]/g) ?? [];
  const sum = (): number => {
    let value = product();
    while (tokens[0] === "+" || tokens[0] === "-") {
      value += (tokens.shift() === "+" ? 1 : -1) * product();
    }
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[0] === "*" || tokens[0] === "/") {
      value = tokens.shift() === "*" ? value * factor() : value / factor();
    }
    return value;
  };
  const factor = (): number => {
    const token = tokens.shift();
    if (token !== "(") return Number(token);
    const value = sum();
    tokens.shift();
    return value;
  };
  return sum();
}

export const countdownEqual = bruteForce<Countdown>(
  "CountdownEqual",
  [
    { num_operands: 3, max_operand: 8, max_target: 80 },
    { num_operands: 4, max_operand: 16, max_target: 160 },
  ],
  ({ target, operands }, answer) => {
    expect([...reachable(operands)].map((value) => Math.round(value * 1e6) / 1e6)).toContain(
      target,
    );
    expect(
      answer
        .match(/\d+/g)
        ?.map(Number)
        .sort((a, b) => a - b),
    ).toEqual(operands.toSorted((a, b) => a - b));
    expect(evaluate(answer)).toBe(target);
  },
);
