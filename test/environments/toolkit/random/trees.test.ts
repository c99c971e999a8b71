import { expect, test } from "vitest";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import {
  randomLabelledTree,
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

test("labelled trees are trees, and all of four vertices come about equally often", () => {
  const random = new Random("labelled trees");
  for (let count = 1; count <= 20; count++) {
    expect(findTreeFault(randomLabelledTree(count, random), count)).toBeUndefined();
  }
  const draws = 3_200;
  const counts = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    const name = randomLabelledTree(4, random).map(String).sort().join(" ");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // 4² trees (Cayley), 200 of each expected with a standard deviation of 14.
  expect(counts.size).toBe(16);
  for (const count of counts.values()) expect(Math.abs(count - draws / 16)).toBeLessThan(70);
});
