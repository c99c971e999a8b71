import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { longestPath } from "../toolkit/trees/longest-path.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  K: integerFrom(1, 2),
  reference_answer: integerFrom(1),
}).check(tree("edges", "N", 1));

// Small trees differ little: the commonest answer is right in half of the cases at level 3.
export const patrol = defineEnvironment({
  id: "Patrol",
  title: "Patrol with extra edges",
  summary:
    "Add K edges to a tree to minimise the closed walk covering every tree edge and using each new edge once.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),
  ...exactInteger<{ N: number; edges: readonly Edge[]; K: number }>(({ N, edges, K }) =>
    shortestWalk(N, edges, K),
  ),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random, 1));
    const K = random.integer(1, 2);
    return { N, edges, K, reference_answer: shortestWalk(N, edges, K) };
  },

  prompt: ({ N, edges, K }) =>
    `${describeTree(N, edges, { from: 1 })}

First add exactly ${formatCount(K, "new edge")}, between any vertices; a new edge may join a vertex with itself, or two vertices that are joined already. Then walk along edges from vertex 1 back to vertex 1 so that each edge of the tree is passed at least once and each new edge is passed exactly once. Each passage of an edge, in either direction, is one step. What is the smallest possible number of steps, over all choices of new edges and walks?

Answer with that number, like this: c`,

  picture: ({ N, edges }) => treePicture(N, edges, { base: 1 }),
});

/**
 * Without new edges the walk passes each edge of the tree twice. A new edge closes a cycle with a
 * path of the tree, whose edges are then passed once; those on the paths of both new edges are
 * passed twice again. So the first path is a longest one, and the second the heaviest where the edges
 * of the first weigh −1, which only brings them back. O(N).
 */
function shortestWalk(N: number, edges: readonly Edge[], K: number): number {
  const adjacency = toAdjacency(N + 1, edges);
  const { vertices, length } = longestPath(adjacency, 1);
  const withOne = 2 * (N - 1) - length + 1;
  return K === 1 ? withOne : withOne - heaviestPath(N, edges, new Set(vertices)) + 1;
}

/** The weight of the heaviest path, at least 0, if edges between marked vertices weigh −1, others 1. */
function heaviestPath(N: number, edges: readonly Edge[], isMarked: ReadonlySet<number>): number {
  const weighted = edges.map(([u, v]) => [u, v, isMarked.has(u) && isMarked.has(v) ? -1 : 1]);
  const { order, parent, parentWeight } = rootTree(toAdjacency(N + 1, weighted), 1);
  // The heaviest path from a vertex down, the empty one included.
  const down = parent.map(() => 0);
  let heaviest = 0;
  for (let index = order.length - 1; index > 0; index--) {
    const vertex = order[index];
    const above = parent[vertex];
    const leg = down[vertex] + parentWeight[vertex];
    heaviest = Math.max(heaviest, down[above] + leg);
    down[above] = Math.max(down[above], leg);
  }
  return heaviest;
}
