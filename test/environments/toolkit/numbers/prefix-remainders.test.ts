import { expect, test } from "vitest";
import { countPrefixRemainders } from "../../../../src/environments/toolkit/numbers/prefix-remainders.ts";

test("counts the different remainders of prefixes", () => {
  const add = (sum: number, term: number) => (sum + term) % 4;
  expect(countPrefixRemainders([4, 1, 2, 3], 4, 0, add)).toBe(4);
  expect(countPrefixRemainders([1, 2, 3, 4], 4, 0, add)).toBe(3);
  expect(countPrefixRemainders([], 4, 0, add)).toBe(0);
});
