import { expect, test } from "vitest";
import { MonotoneQueue } from "../../../../src/environments/toolkit/sequences/monotone-queue.ts";

test("gives the best item of each window, the last of equals", () => {
  const values = [4, 2, 2, 5, 1, 3, 3, 0, 6];
  const width = 3;
  const smallest = new MonotoneQueue((a, b) => values[a] < values[b]);
  const best: number[] = [];
  for (const index of values.keys()) {
    smallest.push(index);
    smallest.dropBefore(index - width + 1);
    best.push(smallest.best);
  }
  expect(best).toEqual([0, 1, 2, 2, 4, 4, 4, 7, 7]);
});

test("an emptied window takes items again", () => {
  const queue = new MonotoneQueue((a, b) => a > b);
  queue.push(1);
  queue.dropBefore(2);
  queue.push(5);
  expect(queue.best).toBe(5);
});
