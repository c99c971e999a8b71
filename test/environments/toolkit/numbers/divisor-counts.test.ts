import { expect, test } from "vitest";
import {
  divisorCountsUpTo,
  sumOfDivisorCounts,
} from "../../../../src/environments/toolkit/numbers/divisor-counts.ts";

test("divisors of the first integers", () => {
  expect([...divisorCountsUpTo(12)]).toEqual([0, 1, 2, 2, 3, 2, 4, 2, 4, 3, 4, 2, 6]);
});

test("sums of divisor counts are sums of the counts", () => {
  const counts = divisorCountsUpTo(150);
  let sum = 0;
  for (const [n, count] of counts.entries()) {
    sum += count;
    expect(sumOfDivisorCounts(n)).toBe(sum);
  }
});
