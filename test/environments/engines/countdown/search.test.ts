import { expect, test } from "vitest";
import {
  evaluatePostfix,
  findOperandFault,
  toPostfix,
} from "../../../../src/environments/engines/countdown/expressions.ts";
import { findExpression } from "../../../../src/environments/engines/countdown/search.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

function expectRight(text: string, operands: readonly number[], target: number): void {
  expect(findOperandFault(text, operands)).toBeUndefined();
  const [numerator, denominator] = evaluatePostfix(toPostfix(text) ?? []) ?? [0n, 0n];
  expect(numerator).toBe(BigInt(target) * denominator);
  expect(denominator).not.toBe(0n);
}

/** The definition: replace two values by a result until one is left. */
function isReachable(values: readonly number[], target: number): boolean {
  if (values.length === 1) return values[0] === target;
  return values.some((a, i) =>
    values.some((b, j) => {
      if (i === j) return false;
      const rest = values.filter((_, index) => index !== i && index !== j);
      const results = [a + b, a * b];
      if (a >= b) results.push(a - b);
      if (b > 0 && a % b === 0) results.push(a / b);
      return results.some((result) => isReachable([...rest, result], target));
    }),
  );
}

test("up to 4 operands, finds an expression exactly when there is one", () => {
  const random = new Random("countdown search");
  for (let draw = 0; draw < 300; draw++) {
    const largest = random.choice([1, 3, 12]);
    const operands = random.integers(random.integer(2, 4), 1, largest);
    const target = random.integer(0, 4 * largest);
    const text = findExpression(operands, target);
    expect(text !== undefined, `${operands} for ${target}`).toBe(isReachable(operands, target));
    if (text !== undefined) expectRight(text, operands, target);
  }
});

test("reaches 0 also where one side is 0 and the other may be anything", () => {
  expectRight(findExpression([3, 3, 5, 7, 11], 0) ?? "", [3, 3, 5, 7, 11], 0);
});

test("finds expressions of many operands", () => {
  const random = new Random("countdown search");
  for (const count of [7, 8, 15, 100]) {
    const operands = random.integers(count, 1, 48);
    expectRight(findExpression(operands, 457) ?? "", operands, 457);
  }
  expect(findExpression(new Array(8).fill(1), 1000)).toBeUndefined();
});
