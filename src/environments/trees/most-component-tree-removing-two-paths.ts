import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { type Edge, type Neighbour, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { childrenOf, rootTree } from "../toolkit/trees/rooted-tree.ts";

/** Each edge and each vertex is tried as the place where the paths part or meet: N² steps. */
const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: integerFrom(0),
}).check(tree("edges", "N", 1));

// Small trees differ little: the commonest answer is right in two thirds of the cases at level 3, in a
// third at level 10.
export const mostComponentTreeRemovingTwoPaths = defineEnvironment({
  id: "MostComponentTreeRemovingTwoPaths",
  title: "Most components after removing two paths",
  summary:
    "Remove two edge-disjoint paths from a tree so that as many connected components as possible remain.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),
  ...exactInteger<{ N: number; edges: readonly Edge[] }>(({ N, edges }) =>
    mostComponents(N, edges),
  ),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random, 1));
    return { N, edges, reference_answer: mostComponents(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges, { from: 1 })}

Choose two paths in this tree that have no edge in common. A path may be a single vertex, without edges, and the two paths may have a vertex in common. Then remove all vertices of both paths from the tree, with all edges at them. What is the largest possible number of connected components that remain?

Answer with that number, like this: c`,

  picture: ({ N, edges }) => treePicture(N, edges, { base: 1 }),
});

/**
 * A vertex on a path counts as its degree − 2. Removing a connected set of vertices leaves the sum
 * of these counts plus 2 components. Two paths without a common edge either meet in one vertex, and
 * are together such a set; or an edge lies between them, and their two sums plus 3 components
 * remain, one less if both paths end or pass where that edge does, so that nothing of it is left
 * between them. O(N²).
 */
function mostComponents(N: number, edges: readonly Edge[]): number {
  const adjacency = toAdjacency(N + 1, edges);
  const meeting = edges.flat().map((vertex) => 2 + bestPaths(adjacency, vertex).meetingAtRoot);
  const apart = edges.map(([u, v]) => {
    const [first, second] = [bestPaths(adjacency, u, v), bestPaths(adjacency, v, u)];
    return Math.max(
      first.anywhere + second.anywhere + 2,
      first.belowRoot + second.anywhere + 3,
      first.anywhere + second.belowRoot + 3,
    );
  });
  const [, most] = extremes([...meeting, ...apart]);
  return most;
}

/** Greatest sums of counts in the part of a tree that a root has without the side of one neighbour. */
interface BestPaths {
  readonly anywhere: number;
  /** Of a path that leaves out the root; −Infinity if there is no other vertex. */
  readonly belowRoot: number;
  /** Of two paths that meet in the root. */
  readonly meetingAtRoot: number;
}

function bestPaths(
  adjacency: readonly (readonly Neighbour[])[],
  root: number,
  without?: number,
): BestPaths {
  const part = adjacency.with(
    root,
    adjacency[root].filter(({ to }) => to !== without),
  );
  const tree = rootTree(part, root);
  const children = childrenOf(tree);
  const count = (vertex: number) => adjacency[vertex].length - 2;
  // The best path from a vertex down, by its end.
  const down = adjacency.map(() => 0);
  let belowRoot = Number.NEGATIVE_INFINITY;
  for (const vertex of tree.order.toReversed()) {
    const legs = children[vertex].map((child) => Math.max(0, down[child])).sort((a, b) => b - a);
    const [first = 0, second = 0, third = 0, fourth = 0] = legs;
    down[vertex] = count(vertex) + first;
    const through = down[vertex] + second;
    if (vertex === root) {
      const anywhere = Math.max(belowRoot, through);
      return { anywhere, belowRoot, meetingAtRoot: through + third + fourth };
    }
    belowRoot = Math.max(belowRoot, through);
  }
  throw new Error("the tree has no root");
}
