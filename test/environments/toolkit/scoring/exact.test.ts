import { expect, test } from "vitest";
import { exactModulo } from "../../../../src/environments/toolkit/scoring/exact.ts";

test("pays the right remainder, and tells wrong ones from numbers that are none", () => {
  expect(exactModulo(3, 3, 7)).toEqual({ reward: 1 });
  expect(exactModulo(4, 3, 7)).toMatchObject({ reward: 0, reason: "answered 4, right is 3" });
  for (const answer of [-1, 7, 10, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(exactModulo(answer, 3, 7).reward).toBe(-0.5);
  }
});

test("takes bigints, and keeps reasons short", () => {
  expect(exactModulo(3n, 3n, 7n).reward).toBe(1);
  const { reward, reason } = exactModulo(10n ** 1000n, 3n, 7n);
  expect(reward).toBe(-0.5);
  expect(reason?.length).toBeLessThan(80);
});
