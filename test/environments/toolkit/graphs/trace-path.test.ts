import { expect, test } from "vitest";
import { tracePath } from "../../../../src/environments/toolkit/graphs/trace-path.ts";

test("a path is traced back from its last vertex", () => {
  const predecessor = [2, 0, -1, 0];
  expect(tracePath(predecessor, 3)).toEqual([2, 0, 3]);
  expect(tracePath(predecessor, 2)).toEqual([2]);
});
