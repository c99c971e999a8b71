import { expect, test } from "vitest";
import { countClasses } from "../../../../src/environments/engines/card-classes/card-classes.ts";
import { actsByAllEvenPermutations } from "../../../../src/environments/engines/card-classes/large-orbits.ts";

const rotation = (n: number) => Array.from({ length: n }, (_, i) => ((i + 1) % n) + 1);
const swap = (n: number) => [2, 1, ...Array.from({ length: n - 2 }, (_, i) => i + 3)];

test("necklaces: one rotation", () => {
  expect(countClasses(6, { R: 2, G: 2, B: 2 }, [rotation(6)])).toBe(16n);
});

test("all permutations leave one class, whichever method finds it", () => {
  expect(countClasses(9, { R: 3, G: 3, B: 3 }, [rotation(9), swap(9)])).toBe(1n);
  expect(countClasses(16, { R: 6, G: 5, B: 5 }, [rotation(16), swap(16)])).toBe(1n);
});

test("cards outside the large orbit keep their colours", () => {
  const fixed = (shuffle: number[]) => [...shuffle, 15, 16];
  const shuffles = [fixed(rotation(14)), fixed(swap(14))];
  // Each of the two may have any of the three colours.
  expect(countClasses(16, { R: 6, G: 5, B: 5 }, shuffles)).toBe(9n);
});

test("a group that is not proved large is not known", () => {
  const twice = [rotation(16), rotation(16)];
  expect(countClasses(16, { R: 6, G: 5, B: 5 }, twice)).toBeUndefined();
  const orbit = Array.from({ length: 16 }, (_, i) => i);
  expect(actsByAllEvenPermutations(orbit, [orbit.map((i) => (i + 1) % 16)])).toBe(false);
});
