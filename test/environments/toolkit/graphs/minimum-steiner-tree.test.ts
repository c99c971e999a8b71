import fc from "fast-check";
import { expect, test } from "vitest";
import { minimumSteinerTree } from "../../../../src/environments/toolkit/graphs/minimum-steiner-tree.ts";
import { subsets } from "../../brute-force/enumerations.ts";
import { type Edge, isConnected } from "../../brute-force/spanning-trees.ts";

const CYCLE_AND_HUB: [number, number][] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
  [0, 4],
  [1, 4],
  [2, 4],
  [3, 4],
];

/** Few terminals take the method by sets of terminals, many the one by sets of other vertices. */
test.each([2, 3, 4, 5])("with %i terminals the tree is as light as exhaustion finds", (count) => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 }),
      (weights) => {
        const edges = CYCLE_AND_HUB.map(([u, v], at): [number, number, number] => [
          u,
          v,
          weights[at],
        ]);
        const terminals = [3, 1, 2, 0, 4].slice(0, count);
        const isLinked = (chosen: readonly Edge[]) => {
          const outside = [0, 1, 2, 3, 4].filter(
            (vertex) =>
              !terminals.includes(vertex) &&
              !chosen.some((edge) => edge.slice(0, 2).includes(vertex)),
          );
          // Vertices that are not used are tied to a terminal, so that they do not count.
          const ties = outside.map((vertex): Edge => [vertex, terminals[0]]);
          return isConnected(5, [...chosen, ...ties]);
        };
        const weigh = (chosen: readonly Edge[]) => chosen.reduce((sum, edge) => sum + edge[2], 0);
        const least = Math.min(...[...subsets(edges)].filter(isLinked).map(weigh));
        const tree = minimumSteinerTree(5, edges, terminals).map((edge) => edges[edge]);
        expect(isLinked(tree)).toBe(true);
        expect(weigh(tree)).toBe(least);
      },
    ),
    { numRuns: 25 },
  );
});
