import { expect, test } from "vitest";
import { logUniform } from "../../../../src/environments/toolkit/random/log-uniform.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("the logarithm is uniform, also in an octave that is cut", () => {
  const random = new Random("log-uniform");
  const [low, high, draws, cells] = [2, 23, 40_000, 10];
  const counts = new Array<number>(cells).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const value = logUniform(low, high, random);
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThan(high);
    counts[Math.floor((cells * Math.log(value / low)) / Math.log(high / low))]++;
  }
  // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand.
  const expected = draws / cells;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(27.9);
  expect(logUniform(5, 5, random)).toBe(5);
});
