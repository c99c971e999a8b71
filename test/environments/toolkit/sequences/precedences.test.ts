import { expect, test } from "vitest";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import {
  countMet,
  randomPrecedences,
} from "../../../../src/environments/toolkit/sequences/precedences.ts";

test("draws as many different conditions at each position as asked, all met by the order", () => {
  const order = [3, 0, 4, 1, 2];
  const conditions = randomPrecedences(order, (position) => position, new Random("all pairs"));
  expect(new Set(conditions.map(String)).size).toBe(10);
  expect(countMet(conditions, order)).toBe(10);
  expect(countMet(conditions, order.toReversed())).toBe(0);
  expect(randomPrecedences(order, () => 0, new Random("none"))).toEqual([]);
});

test("counts the conditions that an order meets", () => {
  const conditions: [number, number][] = [
    [0, 1],
    [2, 1],
    [2, 0],
  ];
  expect(countMet(conditions, [0, 2, 1])).toBe(2);
});
