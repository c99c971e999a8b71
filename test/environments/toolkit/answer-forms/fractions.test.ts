import { expect, test } from "vitest";
import { fraction } from "../../../../src/environments/toolkit/answer-forms/fractions.ts";

test("two integers with a slash between them", () => {
  expect(fraction.parse(" 3 / -4 ")).toEqual([3n, -4n]);
  for (const text of ["", "3", "3/", "/4", "1/2/3", "1.5/2"])
    expect(fraction.parse(text)).toBeNull();
});
