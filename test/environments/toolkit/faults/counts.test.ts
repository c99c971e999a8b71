import { expect, test } from "vitest";
import { findCountFault } from "../../../../src/environments/toolkit/faults/counts.ts";

test("a wrong number of elements, in the right number of the noun", () => {
  expect(findCountFault([7], 1)).toBeUndefined();
  expect(findCountFault([7], 2)).toBe("1 value instead of 2");
  expect(findCountFault("abc", 2, "letter")).toBe("3 letters instead of 2");
  expect(findCountFault([], 1, "vertex", "vertices")).toBe("0 vertices instead of 1");
});
