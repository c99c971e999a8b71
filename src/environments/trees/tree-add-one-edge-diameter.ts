import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomWeightedTree } from "../toolkit/random/trees.ts";
import { tree, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { longestPath } from "../toolkit/trees/longest-path.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

/** Gold tries all pairs of vertices on a longest path: N³ steps for a tree that is a path. */
const MAX_N = 500;
const MAX_WEIGHT = 1_000_000_000;

const distance = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, MAX_WEIGHT),
  L: integerFrom(0, MAX_WEIGHT),
  gold_answer: integerFrom(0),
}).check(tree("edges", "N", 1));

interface Task {
  readonly N: number;
  readonly edges: readonly Edge[];
  readonly L: number;
}

// Hardly any edge makes much difference: a random one is nearly half as good as the best at all levels,
// a mean reward above 0.4, and right in half of the cases at level 0.
export const treeAddOneEdgeDiameter = defineEnvironment({
  id: "TreeAddOneEdgeDiameter",
  title: "Add an edge to shrink diameter",
  summary:
    "Add one edge of given weight to a weighted tree so that the largest distance becomes small.",
  reward: `${distance.words}; ${invalidWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const edges = randomWeightedTree(N, [0, N], random, 1);
    const L = random.integer(0, N);
    return { N, edges, L, gold_answer: bestNewEdge({ N, edges, L }).largest };
  },

  prompt: ({ N, edges, L }) =>
    `${describeTree(N, edges, { from: 1, weighted: true })}

Add exactly one edge of weight ${L}, between any two vertices x and y; they may be joined already, and x = y is allowed, too, which changes no distance. The distance between two vertices is the smallest total weight of the edges of a path between them. Choose x and y so that the largest distance between any two vertices becomes as small as possible.

Answer with the two vertices in any order, separated by a space, like this: x y`,

  answer: integerTuple(2),

  score([x, y], { N, edges, L, gold_answer }) {
    const fault = findRangeFault([x, y], 1, N);
    if (fault !== undefined) return invalid(fault);
    const path = tracePath(rootTree(toAdjacency(N + 1, edges), x).parent, y);
    const branches = branchesAlong(path, N, edges);
    const largest = largestDistance(branches, 0, path.length - 1, L);
    return distance.verdict(largest, gold_answer);
  },

  picture: ({ N, edges }, ends) => treePicture(N, edges, { base: 1, added: ends && [ends] }),

  solve: (task) => bestNewEdge(task).ends.join(" "),
});

/** What hangs from the vertices of a path. */
interface Branches {
  /** The distance of each vertex of the path from its start. */
  readonly positions: readonly number[];
  /** The largest distance from each vertex of the path within its branch. */
  readonly depths: readonly number[];
  /** The largest distance between two vertices of the same branch. */
  readonly widest: number;
}

/** The branches of a tree that hang from the vertices of a path, which belong to them. O(N). */
function branchesAlong(path: readonly number[], N: number, edges: readonly Edge[]): Branches {
  const { order, parent, parentWeight } = rootTree(toAdjacency(N + 1, edges), path[0]);
  const isOnPath = new Set(path);
  const depths = parent.map(() => 0);
  let widest = 0;
  for (let index = order.length - 1; index > 0; index--) {
    const vertex = order[index];
    if (isOnPath.has(vertex)) continue;
    const leg = depths[vertex] + parentWeight[vertex];
    widest = Math.max(widest, depths[parent[vertex]] + leg);
    depths[parent[vertex]] = Math.max(depths[parent[vertex]], leg);
  }
  const positions = [0];
  for (const vertex of path.slice(1)) {
    positions.push(positions[positions.length - 1] + parentWeight[vertex]);
  }
  return { positions, depths: path.map((vertex) => depths[vertex]), widest };
}

/**
 * What hangs from the path at the indices from `start` to `end`, in either direction: how far it
 * reaches from `end`, and the largest distance between branches of it.
 */
function sweep({ positions, depths }: Branches, start: number, end: number) {
  const step = start < end ? 1 : -1;
  let [reach, across] = [depths[start], 0];
  for (let index = start; index !== end; index += step) {
    const next = index + step;
    const above = reach + Math.abs(positions[next] - positions[index]);
    across = Math.max(across, above + depths[next]);
    reach = Math.max(above, depths[next]);
  }
  return { reach, across };
}

/**
 * The largest distance once a new edge of length L joins the vertices of the path at indices `from`
 * and `to`, which closes a cycle; what lies beside it hangs from these two. Between two vertices of
 * the cycle the shorter way round counts. For each second vertex, the first ones that are nearer
 * along the path are a window that only moves on; to those behind it, the way over the new edge is
 * shorter. O(vertices of the path).
 */
function largestDistance(branches: Branches, from: number, to: number, L: number): number {
  const { positions, depths, widest } = branches;
  const last = positions.length - 1;
  if (from === to) return Math.max(widest, sweep(branches, 0, last).across);

  const [left, right] = [sweep(branches, 0, from), sweep(branches, last, to)];
  const reaches = depths.with(from, left.reach).with(to, right.reach);
  const cycle = positions[to] - positions[from] + L;
  const window = new MonotoneQueue((a, b) => reaches[a] - positions[a] > reaches[b] - positions[b]);
  let largest = Math.max(widest, left.across, right.across);
  let [start, behind] = [from, Number.NEGATIVE_INFINITY];
  for (let second = from + 1; second <= to; second++) {
    window.push(second - 1);
    for (; 2 * (positions[second] - positions[start]) > cycle; start++) {
      behind = Math.max(behind, reaches[start] + positions[start]);
    }
    window.dropBefore(start);
    const along =
      start < second
        ? reaches[window.best] - positions[window.best] + positions[second]
        : Number.NEGATIVE_INFINITY;
    largest = Math.max(
      largest,
      reaches[second] + Math.max(along, behind + cycle - positions[second]),
    );
  }
  return largest;
}

/** An edge between two vertices of one longest path is best: all such pairs are tried. */
function bestNewEdge({ N, edges, L }: Task): { ends: [number, number]; largest: number } {
  const path = longestPath(toAdjacency(N + 1, edges), 1).vertices;
  const branches = branchesAlong(path, N, edges);
  let ends: [number, number] = [path[0], path[0]];
  let largest = largestDistance(branches, 0, 0, L);
  for (let to = 1; to < path.length; to++) {
    for (let from = 0; from < to; from++) {
      const reached = largestDistance(branches, from, to, L);
      if (reached < largest) [largest, ends] = [reached, [path[from], path[to]]];
    }
  }
  return { ends, largest };
}
