import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { longestPath } from "../toolkit/trees/longest-path.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  K: integerFrom(1),
  reference_answer: integerFrom(2),
}).check(tree("edges", "N"), within("K", 1, "N"));

// Small trees differ little: the commonest answer is right in half of the cases at level 3.
export const maxTreeKPathCoverage = defineEnvironment({
  id: "MaxTree_KPathCoverage",
  title: "Tree coverage by K paths",
  summary: "Find the largest number of tree vertices that K paths can cover together.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),
  ...exactInteger<{ N: number; edges: readonly Edge[]; K: number }>(({ N, edges, K }) =>
    coveredByChains(N, edges, K),
  ),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random));
    const leafCount = toAdjacency(N, edges).filter(({ length }) => length === 1).length;
    const K = random.integer(1, Math.max(1, Math.floor(leafCount / 2) - 1));
    return { N, edges, K, reference_answer: coveredByRounds(N, edges, K) };
  },

  prompt: ({ N, edges, K }) =>
    `${describeTree(N, edges)}

Choose ${K === 1 ? "a pair of two different vertices. It covers" : `${K} pairs, each of two different vertices. A pair covers`} all vertices on the path between its two vertices, both ends included. ${K === 1 ? "" : "A vertex that is covered more than once counts once. "}What is the largest number of vertices that can be covered?

Answer with that number, like this: c`,

  picture: ({ N, edges }) => treePicture(N, edges),
});

/**
 * Leaves are removed in rounds. The paths together have at most 2K ends, and cross each round of
 * leaves with at most one vertex for each end; paths through the centre reach that. O(N).
 */
function coveredByRounds(N: number, edges: readonly Edge[], K: number): number {
  const adjacency = toAdjacency(N, edges);
  const degree = adjacency.map(({ length }) => length);
  let covered = 0;
  let leaves = [...degree.keys()].filter((vertex) => degree[vertex] <= 1);
  while (leaves.length > 0) {
    covered += Math.min(leaves.length, 2 * K);
    const next: number[] = [];
    for (const leaf of leaves) {
      degree[leaf] = 0;
      // Of the last two vertices neither comes again.
      for (const { to } of adjacency[leaf]) if (--degree[to] === 1) next.push(to);
    }
    leaves = next;
  }
  return covered;
}

/**
 * Seen from the centre, 2K leaves cover the 2K longest of the chains in which each vertex goes on
 * to its deepest child; paths that pair leaves across the centre cover as much. O(N log N).
 */
function coveredByChains(N: number, edges: readonly Edge[], K: number): number {
  const adjacency = toAdjacency(N, edges);
  const { vertices } = longestPath(adjacency, 0);
  const centre = vertices[Math.floor(vertices.length / 2)];
  const { order, parent } = rootTree(adjacency, centre);
  const height = parent.map(() => 1);
  const chains: number[] = [];
  const deepestChild = parent.map(() => -1);
  for (const vertex of order.toReversed()) {
    if (vertex === centre) continue;
    const above = parent[vertex];
    if (height[vertex] < height[above]) {
      chains.push(height[vertex]);
      continue;
    }
    if (deepestChild[above] !== -1) chains.push(height[deepestChild[above]]);
    deepestChild[above] = vertex;
    height[above] = height[vertex] + 1;
  }
  chains.push(height[centre]);
  return sum(chains.toSorted((a, b) => b - a).slice(0, 2 * K));
}
