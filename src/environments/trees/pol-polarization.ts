import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { childrenOf, rootTree, subtreeSums } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: integerFrom(0),
}).check(tree("edges", "N"));

// Small trees differ little: the commonest answer is right in a third of the cases at level 3.
export const polPolarization = defineEnvironment({
  id: "POLPolarization",
  title: "Orienting a tree for reachability",
  summary:
    "Orient the edges of a tree to maximise the number of ordered reachable vertex pairs; give that maximum.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),
  ...exactInteger<{ N: number; edges: readonly Edge[] }>(({ N, edges }) => mostReachable(N, edges)),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random));
    return { N, edges, reference_answer: mostReachable(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges)}

Give each edge one of its two directions. Then count the ordered pairs (X, Y) of different vertices for which a path leads from X to Y along the directions of its edges. What is the largest possible number of such pairs?

Answer with that number, like this: c`,

  picture: ({ N, edges }) => treePicture(N, edges),
});

/**
 * In a best orientation, each branch at the centroid leads to it or away from it as a whole. Within
 * branches and with the centroid, each vertex then makes as many pairs as it has vertices on the way
 * to the centroid; across branches, each of i vertices that lead there makes a pair with each of the
 * N − 1 − i that lead away. The possible i are the subset sums of the branches' sizes, as the bits
 * of an integer: O(N²/64).
 */
function mostReachable(N: number, edges: readonly Edge[]): number {
  const adjacency = toAdjacency(N, edges);
  const ones = new Array<number>(N).fill(1);
  const rooted = rootTree(adjacency, 0);
  const sizes = subtreeSums(rooted, ones);
  // The last vertex of the preorder whose subtree holds at least half of all: none below does.
  const centroid = rooted.order.findLast((vertex) => 2 * sizes[vertex] >= N) ?? 0;

  const tree = rootTree(adjacency, centroid);
  const branches = subtreeSums(tree, ones);
  let reached = 1n;
  for (const branch of childrenOf(tree)[centroid]) reached |= reached << BigInt(branches[branch]);
  const isReached = [...reached.toString(2)].toReversed();
  let across = 0;
  for (const [i, bit] of isReached.entries()) {
    if (bit === "1") across = Math.max(across, i * (N - 1 - i));
  }
  return sum(tree.depth) + across;
}
