import { expect, test } from "vitest";
import { mapBounded } from "../../src/cli/map-bounded.ts";

function loop(): never {
  for (;;);
}

test("work that does not end is interrupted; the rest is done, each once and in order", () => {
  const map = (index: number) => (index === 2 || index === 4 ? loop() : index);
  const onTimeout = (index: number) => -index;
  const results = [...mapBounded({ count: 5, map, timeout: 0.05, onTimeout })].flat();
  expect(results).toEqual([0, 1, -2, 3, -4]);
});

test.each([0, 10])("with a bound of %d s results come slice by slice", (timeout) => {
  const until = (end: number) => {
    while (performance.now() < end);
  };
  const map = (index: number) => {
    until(performance.now() + 30);
    return index;
  };
  const slices = [...mapBounded({ count: 6, map, timeout, onTimeout: () => -1 })];
  expect(slices.flat()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(slices.length).toBeGreaterThan(1);
});

test("what work throws is thrown", () => {
  const map = () => {
    throw new RangeError("no");
  };
  expect(() => [...mapBounded({ count: 1, map, timeout: 1, onTimeout: () => 0 })]).toThrow("no");
});
