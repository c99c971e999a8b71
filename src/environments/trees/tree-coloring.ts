import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomWeightedTree } from "../toolkit/random/trees.ts";
import { tree, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { rootTree, subtreeSums } from "../toolkit/trees/rooted-tree.ts";
import {
  dearer,
  mergeByCount,
  nothing,
  only,
  type Selection,
  together,
  verticesOf,
} from "../toolkit/trees/selections.ts";

/** The knapsack keeps N² selections. */
const MAX_N = 500;
const MAX_WEIGHT = 10_000_000;

const total = maximising({ beta: 2 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  edges: weightedEdges(1, MAX_WEIGHT),
  reference_answer: z.string(),
  reference_answer_distance: integerFrom(1),
}).check(
  tree("edges", "N"),
  within("K", 1, ({ N }) => N - 1),
);

type Edges = readonly (readonly [number, number, number])[];

export const treeColoring = defineEnvironment({
  id: "TreeColoring",
  title: "Two-class tree distances",
  summary:
    "Colour K tree vertices to maximise the pairwise distances inside the two colour classes.",
  reward: `${total.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(1, N - 1);
    const edges = randomWeightedTree(N, [1, N], random);
    const best = bestColouring(N, edges, K);
    return {
      N,
      K,
      edges,
      reference_answer: verticesOf(best).join(" "),
      reference_answer_distance: best.value,
    };
  },

  prompt: ({ N, K, edges }) =>
    `${describeTree(N, edges, { weighted: true })}

Colour exactly ${K} of the ${N} vertices; the other ${N - K === 1 ? "one stays" : `${N - K} stay`} uncoloured. The distance between two vertices is the total weight of the edges on the path between them. Add up the distances of all unordered pairs of coloured vertices and the distances of all unordered pairs of uncoloured vertices, and make the sum as large as possible.

Answer with the ${formatCount(K, "coloured vertex", "coloured vertices")}${K === 1 ? "" : " in any order, separated by spaces"}, like this: ${placeholders(K)}`,

  answer: integerList,

  score(coloured, { N, K, edges, reference_answer_distance }) {
    const fault = findCountFault(coloured, K, "vertex", "vertices") ?? findIndexFault(coloured, N);
    if (fault !== undefined) return invalid(fault);
    return total.verdict(totalDistance(N, edges, coloured), reference_answer_distance);
  },

  picture: ({ N, edges }, chosen) => treePicture(N, edges, { chosen }),

  solve: ({ N, K, edges }) => verticesOf(bestColouring(N, edges, K)).join(" "),
});

/** How many pairs of one colour an edge parts, with so many of each colour below it and in all. */
function partedPairs(coloured: number, plain: number, K: number, N: number): number {
  return coloured * (K - coloured) + plain * (N - K - plain);
}

/** Each edge counts for the pairs that it parts. O(N). */
function totalDistance(N: number, edges: readonly Edge[], coloured: readonly number[]): number {
  const rooted = rootTree(toAdjacency(N, edges), 0);
  const isColoured = new Set(coloured);
  const colouredBelow = subtreeSums(
    rooted,
    rooted.depth.map((_, vertex) => (isColoured.has(vertex) ? 1 : 0)),
  );
  const below = subtreeSums(rooted, new Array<number>(N).fill(1));
  let distance = 0;
  for (const vertex of rooted.order) {
    const [count, size] = [colouredBelow[vertex], below[vertex]];
    distance += rooted.parentWeight[vertex] * partedPairs(count, size - count, coloured.length, N);
  }
  return distance;
}

/**
 * From the leaves up, for each number of coloured vertices in a subtree, the best choice of them;
 * what an edge adds depends on that number alone (tree knapsack). O(N²).
 */
function bestColouring(N: number, edges: Edges, K: number): Selection {
  const { order, parent, parentWeight } = rootTree(toAdjacency(N, edges), 0);
  // By vertex, by the number of coloured vertices in the part of its subtree seen so far.
  const best = parent.map((_, vertex): Selection[] => [nothing(), only(vertex, 0)]);
  for (let index = N - 1; index > 0; index--) {
    const vertex = order[index];
    const size = best[vertex].length - 1;
    const withEdge = best[vertex].map((selection, count) => {
      const plain = size - count;
      // More than there are of a colour: no part of a colouring.
      if (count > K || plain > N - K) return nothing(Number.NEGATIVE_INFINITY);
      const gain = parentWeight[vertex] * partedPairs(count, plain, K, N);
      return together(selection, nothing(), gain);
    });
    best[parent[vertex]] = mergeByCount(best[parent[vertex]], withEdge, dearer);
  }
  return best[0][K];
}
