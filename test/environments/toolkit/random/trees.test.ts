import { expect, test } from "vitest";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import {
  randomRecursiveTree,
  randomWeightedTree,
} from "../../../../src/environments/toolkit/random/trees.ts";
import { findTreeFault } from "../../../../src/environments/toolkit/trees/tree-fault.ts";

test("edges form a tree, lower ends first, and weights keep to their bounds", () => {
  const random = new Random("trees");
  for (let count = 1; count <= 20; count++) {
    expect(findTreeFault(randomRecursiveTree(count, random), count)).toBeUndefined();
    const weighted = randomWeightedTree(count, [2, 4], random, 1);
    const ends = weighted.map(([u, v]): [number, number] => [u, v]);
    expect(findTreeFault(ends, count, 1)).toBeUndefined();
    for (const [u, v, weight] of weighted) {
      expect(u).toBeLessThan(v);
      expect([2, 3, 4]).toContain(weight);
    }
  }
});
