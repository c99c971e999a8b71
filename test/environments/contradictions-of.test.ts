import { expect, test } from "vitest";
import { contradictionsOf } from "./contradictions.ts";

test("each field is changed in each way of its type, the rest of the instance stays", () => {
  const instance = { N: 2, rows: [[4, 4]], text: "ab", gold_answer: 2n ** 60n };
  const changes = [...contradictionsOf(instance, ["N"])];
  const changed = new Map(changes.map(({ change, parameter }) => [change, parameter]));
  expect(changed.size).toBe(changes.length);
  expect(changed.get("N: raise by 5")).toEqual({ ...instance, N: 7 });
  expect(changed.get("rows: drop the last element")).toEqual({ ...instance, rows: [] });
  expect(changed.get("rows.0: repeat the last element")).toEqual({
    ...instance,
    rows: [[4, 4, 4]],
  });
  expect(changed.get("rows.0.1: become −1")).toEqual({ ...instance, rows: [[4, -1]] });
  expect(changed.get("rows.0.0: negate")).toEqual({ ...instance, rows: [[-4, 4]] });
  expect(changed.get("text: truncate")).toEqual({ ...instance, text: "a" });
  expect(changed.get("text: foreign letter")).toEqual({ ...instance, text: "☃b" });
  expect(changed.get("gold_answer: negate")).toEqual({ ...instance, gold_answer: -(2n ** 60n) });
  expect(changed.get("N: swap with text")).toEqual({ ...instance, N: "ab", text: 2 });
  expect(instance.rows).toEqual([[4, 4]]);
});

test("what changes nothing is no contradiction, and long lists are changed at their ends", () => {
  const changes = [...contradictionsOf({ a: 0, b: 0, path: [5, 6, 7, 8] }, [])].map(
    ({ change }) => change,
  );
  expect(changes).not.toContain("a: negate");
  expect(changes).not.toContain("a: swap with b");
  expect(changes).toContain("path.3: negate");
  expect(changes).not.toContain("path.1: negate");
});
