import { expect, test } from "vitest";
import {
  matching,
  overlapping,
  satisfying,
} from "../../../../src/environments/toolkit/scoring/fractions.ts";

test("a fraction pays its power, 1 exactly when nothing is missing", () => {
  const positions = matching({ beta: 10, unit: "positions right" });
  expect(positions.words).toBe("(matched/all)^10");
  expect(positions.verdict(4, 4)).toEqual({ reward: 1 });
  expect(positions.verdict(2, 4)).toEqual({ reward: 2 ** -10, reason: "2 of 4 positions right" });
  expect(satisfying({ beta: 1, unit: "clauses hold" })).toMatchObject({
    words: "(satisfied/all)^1",
  });
  expect(overlapping({ beta: 2 }).verdict(1, 2).reward).toBe(0.25);
});
