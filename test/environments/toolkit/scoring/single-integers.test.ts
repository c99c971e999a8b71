import { expect, test } from "vitest";
import {
  exactBigInteger,
  exactInteger,
  exactRemainder,
  nearBigInteger,
  nearInteger,
} from "../../../../src/environments/toolkit/scoring/single-integers.ts";

test("one exact integer: form, score and solve", () => {
  const square = exactInteger(({ N }: { N: number }) => N * N);
  expect(square.reward).toBe("1 if right, 0 if wrong");
  expect(square.answer.parse(" 9 ")).toBe(9);
  expect(square.answer.parse("9 9")).toBeNull();
  expect(square.score(9, { reference_answer: 9 })).toEqual({ reward: 1 });
  expect(square.score(8, { reference_answer: 9 })).toEqual({
    reward: 0,
    reason: "answered 8, right is 9",
    goldFreeReason: "answered 8, which is too small",
  });
  expect(square.solve({ N: 3 })).toBe("9");
});

test("one exact integer of any length", () => {
  const power = exactBigInteger(({ N }: { N: number }) => 10n ** BigInt(N));
  const gold = 10n ** 30n;
  expect(power.answer.parse(String(gold))).toBe(gold);
  expect(power.score(gold + 1n, { reference_answer: gold }).reward).toBe(0);
  expect(power.solve({ N: 30 })).toBe(String(gold));
});

test("a remainder by a constant and by a field: −0.5 outside [0, modulus)", () => {
  const byConstant = exactRemainder(7, ({ N }: { N: number }) => N % 7);
  expect(byConstant.reward).toBe("1 if right, 0 if wrong; outside [0, 7) −0.5");
  expect(byConstant.score(7, { reference_answer: 0 }).reward).toBe(-0.5);
  const byField = exactRemainder("MOD", ({ N }: { N: number }) => N);
  expect(byField.score(-1, { reference_answer: 3, MOD: 5 }).reward).toBe(-0.5);
  expect(byField.score(3, { reference_answer: 3, MOD: 5 }).reward).toBe(1);
  expect(byField.score(4, { reference_answer: 3, MOD: 5 }).reward).toBe(0);
});

test("a count is paid by nearness; below what a count can be, −1", () => {
  const positive = nearInteger({ beta: 1, least: 1 }, () => 4);
  expect(positive.reward).toBe("(min/max)^1 of answer and right value; not positive −1");
  expect(positive.score(0, { reference_answer: 4 }).reward).toBe(-1);
  expect(positive.score(2, { reference_answer: 4 }).reward).toBe(0.5);
  expect(positive.score(8, { reference_answer: 4 }).reward).toBe(0.5);
  const natural = nearBigInteger({ beta: 10, least: 0 }, () => 0n);
  expect(natural.reward).toBe("(min/max)^10 of answer and right value; negative −1");
  expect(natural.score(-1n, { reference_answer: 0n }).reward).toBe(-1);
  expect(natural.score(0n, { reference_answer: 0n }).reward).toBe(1);
  expect(natural.score(5n, { reference_answer: 0n }).reward).toBe(0);
});
