import { expect, test } from "vitest";
import { leastInteger } from "../../../../src/environments/toolkit/numbers/bisection.ts";

test("finds the least integer that is enough, wherever it lies", () => {
  for (let low = -3; low <= 3; low++) {
    for (let high = low; high <= low + 9; high++) {
      for (let least = low; least <= high; least++) {
        expect(leastInteger(low, high, (candidate) => candidate >= least)).toBe(least);
      }
    }
  }
  expect(leastInteger(0, 2 ** 53 - 1, (candidate) => candidate >= 2 ** 52 + 1)).toBe(2 ** 52 + 1);
});

test("tries no integer outside the range", () => {
  const tried: number[] = [];
  leastInteger(5, 9, (candidate) => {
    tried.push(candidate);
    return false;
  });
  expect(Math.min(...tried)).toBeGreaterThanOrEqual(5);
  expect(Math.max(...tried)).toBeLessThanOrEqual(9);
});
