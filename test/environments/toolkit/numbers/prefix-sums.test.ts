import { expect, test } from "vitest";
import { prefixSums } from "../../../../src/environments/toolkit/numbers/prefix-sums.ts";

test("sums the first values, none of them included", () => {
  expect(prefixSums([])).toEqual([0]);
  expect(prefixSums([3, -1, 4])).toEqual([0, 3, 2, 6]);
});
