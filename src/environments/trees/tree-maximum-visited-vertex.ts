import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { childrenOf, rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 5_000;

const visited = maximising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(1),
  edges,
  gold_answer: integerFrom(2),
}).check(
  within("M", 1, ({ N }) => 2 * N),
  tree("edges", "N"),
);

// At level 0 there are three trees, and walks of two or three steps.
export const treeMaximumVisitedVertex = defineEnvironment({
  id: "TreeMaximumVisitedVertex",
  title: "Walk visiting most tree vertices",
  summary:
    "Find a walk of exactly M steps from vertex 0 that visits as many distinct tree vertices as possible.",
  reward: `${visited.words}; ${malformedWords("empty")}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const M = random.integer(2, 2 * (N - 1) - 1);
    const edges = random.shuffle(randomRecursiveTree(N, random));
    const [, height] = extremes(rootTree(toAdjacency(N, edges), 0).depth);
    return { N, M, edges, gold_answer: mostVisited(N, M, height) };
  },

  prompt: ({ N, M, edges }) =>
    `${describeTree(N, edges)}

A walk starts at vertex 0 and makes exactly ${formatCount(M, "step")}; each step leads over an edge to a neighbouring vertex. Vertices and edges may be visited again. Find such a walk that visits as many different vertices as possible, vertex 0 included.

Answer with the ${M + 1} vertices of the walk in their order, the first of them 0, separated by spaces, like this: 0 ${placeholders(M)}`,

  answer: integerList,

  score(walk, { N, M, edges, gold_answer }) {
    if (walk.length === 0) return malformed("no vertices");
    const fault =
      findCountFault(walk, M + 1, "vertex", "vertices") ?? findRangeFault(walk, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    if (walk[0] !== 0) return invalid(`the walk starts at ${walk[0]}`);
    const edgeBetween = edgeIndex(edges);
    const jump = walk.findIndex((to, index) => index > 0 && edgeBetween(walk[index - 1], to) < 0);
    if (jump !== -1) return invalid(`no edge leads from ${walk[jump - 1]} to ${walk[jump]}`);
    return visited.verdict(new Set(walk).size, gold_answer);
  },

  picture: ({ N, edges }, walk) => treePicture(N, edges, { walk }),

  solve: ({ N, M, edges }) => bestWalk(N, M, edges).join(" "),
});

/** The way down to a deepest vertex takes one step a vertex, every other vertex two. */
function mostVisited(N: number, M: number, height: number): number {
  return M <= height ? M + 1 : Math.min(N, height + 1 + Math.floor((M - height) / 2));
}

/**
 * Down to a deepest vertex, with detours to as many others as the steps allow, each taken with the
 * vertices above it; steps that are left over go to and fro over one edge. O(N + M).
 */
function bestWalk(N: number, M: number, edges: readonly Edge[]): number[] {
  const tree = rootTree(toAdjacency(N, edges), 0);
  const deepest = tree.order.reduce((a, b) => (tree.depth[b] > tree.depth[a] ? b : a));
  const wayDown = tracePath(tree.parent, deepest);
  const isOnWay = new Set(wayDown);
  const detours = Math.max(0, Math.floor((M - tree.depth[deepest]) / 2));
  // In preorder, so that the vertices above each one come with it.
  const beside = tree.order.filter((vertex) => !isOnWay.has(vertex)).slice(0, detours);
  const isWalked = new Set([...wayDown, ...beside]);

  const children = childrenOf(tree);
  const walk: number[] = [];
  const stack = [0];
  for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
    walk.push(vertex);
    if (vertex === tree.parent[walk[walk.length - 2]]) continue;
    const below = children[vertex].filter((child) => isWalked.has(child));
    const next = below.find((child) => isOnWay.has(child));
    if (next !== undefined) stack.push(next);
    for (const child of below) if (child !== next) stack.push(vertex, child);
  }
  while (walk.length <= M) walk.push(walk[walk.length - 2]);
  return walk.slice(0, M + 1);
}
