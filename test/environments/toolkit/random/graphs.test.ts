import { expect, test } from "vitest";
import {
  randomConnectedGraph,
  randomFurtherArcs,
} from "../../../../src/environments/toolkit/random/graphs.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("a connected graph holds the tree that is given, and as many edges as asked for", () => {
  const tree: [number, number][] = [
    [0, 1],
    [1, 2],
    [1, 3],
  ];
  const edges = randomConnectedGraph(4, 5, new Random("tree"), tree);
  expect(edges).toHaveLength(5);
  expect(edges).toEqual(expect.arrayContaining(tree));
});

test("further edges of a directed graph are new, allowed, and no more than there are", () => {
  const edges = [
    [0, 1],
    [1, 0],
  ];
  const further = randomFurtherArcs(3, edges, 9, new Random("arcs"), (from) => from !== 2);
  expect(further.sort()).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(randomFurtherArcs(3, edges, 1, new Random("arcs"))).toHaveLength(1);
  expect(randomFurtherArcs(3, edges, -1, new Random("arcs"))).toEqual([]);
});
