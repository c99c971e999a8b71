import { expect, test } from "vitest";
import { randomPairs } from "../../../../src/environments/toolkit/random/pairs.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test.for([2, 3, 4, 5, 8, 9])("draws every pair of %d vertices exactly once", (vertexCount) => {
  const pairCount = (vertexCount * (vertexCount - 1)) / 2;
  const pairs = randomPairs(vertexCount, pairCount, new Random("pairs"));
  expect(new Set(pairs.map(String)).size).toBe(pairCount);
  for (const [u, v] of pairs) {
    expect(u).toBeGreaterThanOrEqual(0);
    expect(u).toBeLessThan(v);
    expect(v).toBeLessThan(vertexCount);
  }
  expect(() => randomPairs(vertexCount, pairCount + 1, new Random("pairs"))).toThrow(RangeError);
});
