import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { type Neighbour, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomWeightedTree } from "../toolkit/random/trees.ts";
import { tree, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

/** Each vertex is tried as the first one: N² steps. */
const MAX_N = 2_000;
const MAX_WEIGHT = 1_000_000_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, MAX_WEIGHT),
  reference_answer: integerFrom(0),
}).check(tree("edges", "N"));

type Edges = readonly (readonly [number, number, number])[];

// Trees of level 0 have two edges, both blue at best, of weights up to 3: a third weigh 4 together.
export const linkBeads = defineEnvironment({
  id: "LinkBeads",
  title: "Maximum blue bead links",
  summary:
    "Given the final weighted tree of an append/insert building process, find the largest possible total length of blue edges.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),
  ...exactInteger<{ N: number; edges: Edges }>(({ N, edges }) => mostBlue(N, edges)),

  generate({ N }, random) {
    const edges = randomWeightedTree(N, [1, N], random);
    return { N, edges, reference_answer: mostBlue(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges, { weighted: true })}

This tree was built from a single vertex, step by step. Each step added a new vertex x in one of two ways:
- append: x was joined to a vertex that was already there by a red edge;
- insert: a red edge between two vertices u and v was removed, and x was joined to both u and v by blue edges.
Neither the first vertex nor the steps nor the colours are known.

What is the largest total weight that the blue edges of the tree can have, over all ways to build it?

Answer with that total weight, like this: w`,

  picture: ({ N, edges }) => treePicture(N, edges),
});

/**
 * With the first vertex as root, the middle of each pair of blue edges lies between its parent and
 * one of its children: whoever is inserted divides a red edge that led down to an appended vertex.
 * Such pairs of edges that share none can all be built, from the root down. So it is the best choice
 * of pairs over all roots, each by dynamic programming from the leaves up. O(N²).
 */
function mostBlue(N: number, edges: Edges): number {
  const adjacency = toAdjacency(N, edges);
  const [, most] = extremes(adjacency.map((_, root) => mostBlueFrom(root, adjacency)));
  return most;
}

function mostBlueFrom(root: number, adjacency: readonly (readonly Neighbour[])[]): number {
  const { order, parent, parentWeight } = rootTree(adjacency, root);
  // The most within a subtree; and what more a vertex gains by being the middle, without its edge up.
  const most = parent.map(() => 0);
  const asMiddle = parent.map(() => Number.NEGATIVE_INFINITY);
  for (let index = order.length - 1; index > 0; index--) {
    const vertex = order[index];
    const [above, weight] = [parent[vertex], parentWeight[vertex]];
    const gain = Math.max(0, asMiddle[vertex] + weight);
    most[above] += most[vertex] + gain;
    // With the edge to this child as the lower one, the child can be no middle.
    asMiddle[above] = Math.max(asMiddle[above], weight - gain);
  }
  return most[root];
}
