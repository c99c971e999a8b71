import { expect, test } from "vitest";
import {
  evaluatePostfix,
  findOperandFault,
  formatFraction,
  toPostfix,
} from "../../../../src/environments/engines/countdown/expressions.ts";

function evaluate(text: string): string | undefined {
  const postfix = toPostfix(text);
  if (postfix === undefined) return "malformed";
  const value = evaluatePostfix(postfix);
  return value && formatFraction(value);
}

test.for([
  ["1 + 2 * 3", "7"],
  ["(1 + 2) * 3", "9"],
  ["8 - 4 - 2", "2"],
  ["16 / 4 / 2", "2"],
  ["7 / 2", "7/2"],
  ["1 / 3 + 1 / 6", "1/2"],
  ["1 / -2", "-1/2"],
  ["-2 * -3", "6"],
  ["--3", "3"],
  ["-(1 + 2) * 4", "-12"],
  ["0 / 5", "0"],
  [" ( ( 5 ) )\n-\u00a01 ", "4"],
])("%s has the value %s", ([text, value]) => {
  expect(evaluate(text)).toBe(value);
});

test.for(["1 / 0", "1 / (2 - 2)", "5 - 3 / (0 / 1)"])("%s divides by zero", (text) => {
  expect(evaluate(text)).toBeUndefined();
});

test.for([
  "",
  " ",
  "()",
  "1 +",
  "* 1",
  "+1",
  "1 2",
  "(1)(2)",
  "2(3)",
  "(1",
  "1)",
  "02",
  "00",
  "1.5",
  "1e3",
  "2 ** 3",
  "7 // 2",
  "1_000",
  "2 × 3",
  "1 = 1",
  "٣",
])("%j is malformed", (text) => {
  expect(evaluate(text)).toBe("malformed");
});

test("nesting of any depth is read", () => {
  const depth = 100_000;
  expect(evaluate(`${"(".repeat(depth)}7${")".repeat(depth)}`)).toBe("7");
  expect(evaluate(`${"-".repeat(depth)}7`)).toBe("7");
  expect(evaluate("(".repeat(depth))).toBe("malformed");
});

test("compares the numbers in a text with the operands, as often as they are given", () => {
  expect(findOperandFault("3 + (12 * 3)", [3, 3, 12])).toBeUndefined();
  expect(findOperandFault("03 what 12", [3, 12])).toBeUndefined();
  expect(findOperandFault("3 + 3", [3, 12])).toBe("3 is used more often than given");
  expect(findOperandFault("3", [3, 12])).toBe("1 of 2 numbers used");
  expect(findOperandFault("", [1])).toBe("0 of 1 numbers used");
  expect(findOperandFault("9".repeat(1000), [3])).toBe("Infinity is used more often than given");
});
