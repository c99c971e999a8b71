import { expect, test } from "vitest";
import { counting, grow, growing } from "../../../src/environments/toolkit/levels.ts";

test("growing levels: ⌊1.1·N + 1⌋ a level", () => {
  const levels = growing({ N: 3 });
  expect([0, 1, 2, 3].map((level) => levels(level)[0].N)).toEqual([3, 4, 5, 6]);
  expect(levels(12)).toEqual([{ N: 20 }]);
  expect(grow(10)).toBe(12);
});

test("counting levels, with several parameter sets", () => {
  expect(counting({ N: 3, M: 1 })(2)).toEqual([{ N: 5, M: 3 }]);
  const levels = counting({ N: 3 }, ({ N }) => [1, 2].map((K) => ({ N, K })));
  expect(levels(1)).toEqual([
    { N: 4, K: 1 },
    { N: 4, K: 2 },
  ]);
});
