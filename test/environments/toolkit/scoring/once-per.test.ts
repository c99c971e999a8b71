import { expect, test, vi } from "vitest";
import { oncePer } from "../../../../src/environments/toolkit/scoring/once-per.ts";

test("derives once for each object, however equal", () => {
  const derive = vi.fn((numbers: readonly number[]) => ({ first: numbers[0] }));
  const derived = oncePer(derive);
  const [a, b] = [
    [1, 2],
    [1, 2],
  ];
  expect(derived(a)).toBe(derived(a));
  expect(derived(b)).not.toBe(derived(a));
  expect(derived(b)).toEqual({ first: 1 });
  expect(derive).toHaveBeenCalledTimes(2);
});
