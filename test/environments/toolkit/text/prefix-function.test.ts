import { expect, test } from "vitest";
import { prefixFunction } from "../../../../src/environments/toolkit/text/prefix-function.ts";

test("longest proper borders of all prefixes", () => {
  for (const text of ["", "a", "aaaa", "abab", "abaabaab", "0110100"]) {
    const borders = Array.from(text, (_, end) => {
      const prefix = text.slice(0, end + 1);
      let length = end;
      while (!prefix.endsWith(prefix.slice(0, length))) length--;
      return length;
    });
    expect(prefixFunction(text)).toEqual(borders);
  }
});
