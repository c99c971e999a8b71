import { expect, test } from "vitest";
import { maximising, minimising } from "../../../../src/environments/toolkit/scoring/optima.ts";

test("a maximisation pays (value/best)^β and says so", () => {
  const value = maximising({ beta: 2 });
  expect(value.words).toBe("(value/best)^2");
  expect(value.verdict(20, 20)).toEqual({ reward: 1 });
  expect(value.verdict(0, 0)).toEqual({ reward: 1 });
  expect(value.verdict(10, 20)).toEqual({
    reward: 0.25,
    reason: "value 10, best 20",
    goldFreeReason: "value 10 is not the best",
  });
});

test("a minimisation pays (best/value)^β", () => {
  const value = minimising({ beta: 3 });
  expect(value.words).toBe("(best/value)^3");
  expect(value.verdict(4, 2).reward).toBe(0.125);
  expect(value.verdict(2, 2)).toEqual({ reward: 1 });
});

test("a value that is better than the stored best earns −1", () => {
  for (const verdict of [
    maximising({ beta: 5 }).verdict(21, 20),
    minimising({ beta: 5 }).verdict(19, 20),
  ]) {
    expect(verdict.reward).toBe(-1);
    expect(verdict.reason).toContain("20");
    expect(verdict.goldFreeReason).not.toContain("20");
  }
});

test("a value that is not the best never reaches 1 by rounding, of any length", () => {
  const best = 10n ** 400n;
  const value = maximising({ beta: 5 });
  expect(value.verdict(best - 1n, best).reward).toBe(1 - 2 ** -53);
  expect(value.verdict(best / 2n, best).reward).toBeCloseTo(2 ** -5, 12);
  expect(value.verdict(1n, best).reward).toBe(0);
});
