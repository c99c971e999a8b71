import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { recurrence } from "../toolkit/levels.ts";
import { listOfEach } from "../toolkit/pictures/marks.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { placeholderLines, placeholders } from "../toolkit/text/placeholders.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_SIZE = 100;

const sets = satisfying({ beta: 5, unit: "sets are connected" });

const Parameters = z.object({ MAX_N: sizeFrom(2, MAX_SIZE), MAX_K: sizeFrom(2, MAX_SIZE) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2),
  K: integerFrom(2),
  edges,
  reference_answer: z.string(),
}).check(
  within("N", 2, "MAX_N"),
  within("K", 2, "MAX_K"),
  tree("edges", ({ N, K }) => N * K, 1),
);

export const treeEvenPartitioning = defineEnvironment({
  id: "TreeEvenPartitioning",
  title: "Equal connected tree parts",
  summary: "Split the vertices of a tree into N connected sets of K vertices each.",
  reward: `${sets.words}; ${malformedWords("wrong shape")}; ${invalidWords("no partition")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 3, MAX_K: 2 }, ({ MAX_N, MAX_K }) =>
    MAX_K < MAX_N ? { MAX_N, MAX_K: MAX_K + 1 } : { MAX_N: MAX_N + 1, MAX_K },
  ),

  generate({ MAX_N, MAX_K }, random) {
    const N = random.integer(2, MAX_N);
    const K = random.integer(2, MAX_K);
    const order = random.permutation(N * K, 1);
    const groups = Array.from({ length: N }, (_, group) => order.slice(group * K, group * K + K));
    const edges = groups.flatMap((group, index) => {
      const inner = group
        .slice(1)
        .map((vertex, place) => [vertex, group[random.integer(0, place)]]);
      if (index === 0) return inner;
      const earlier = groups[random.integer(0, index - 1)];
      return [...inner, [random.choice(group), random.choice(earlier)]];
    });
    return {
      MAX_N,
      MAX_K,
      N,
      K,
      edges: random.shuffle(edges.map(([u, v]): [number, number] => (u < v ? [u, v] : [v, u]))),
      reference_answer: formatRows(groups),
    };
  },

  prompt: ({ N, K, edges }) =>
    `${describeTree(N * K, edges, { from: 1 })}

Divide the ${N * K} vertices into ${N} sets of exactly ${K} vertices each, so that each vertex is in one of the sets and each set is connected: between any two vertices of the same set, the path in the tree leads only through vertices of this set.

Answer with ${N} lines, each with the ${K} vertices of one set separated by spaces; the order of the lines and within them is free. Like this:
${placeholderLines(placeholders(K), N)}`,

  answer: integerMatrix,

  score(groups, { N, K, edges }) {
    const shapeFault = findShapeFault(groups, N, K);
    if (shapeFault !== undefined) return malformed(shapeFault);
    const fault = findPermutationFault(groups.flat(), N * K, 1);
    if (fault !== undefined) return invalid(fault);
    const groupOf: number[] = [];
    for (const [index, group] of groups.entries()) {
      for (const vertex of group) groupOf[vertex] = index;
    }
    const innerEdges = groups.map(() => 0);
    for (const [u, v] of edges) if (groupOf[u] === groupOf[v]) innerEdges[groupOf[u]]++;
    return sets.verdict(innerEdges.filter((count) => count === K - 1).length, N);
  },

  picture: ({ N, K, edges }, sets) =>
    treePicture(N * K, edges, { base: 1, groups: listOfEach(sets, N * K, 1) }),

  solve: ({ N, K, edges }) => formatRows(evenParts(N, K, edges)),
});

/**
 * The only equal parts that a tree can have: from the leaves up, what is left of a subtree is cut off
 * as soon as it has K vertices. O(N·K).
 */
function evenParts(N: number, K: number, edges: readonly Edge[]): number[][] {
  const { order, parent } = rootTree(toAdjacency(N * K + 1, edges), 1);
  const left = parent.map((_, vertex) => [vertex]);
  const parts: number[][] = [];
  for (const vertex of order.toReversed()) {
    if (left[vertex].length === K) parts.push(left[vertex]);
    else if (left[vertex].length < K && vertex !== order[0]) {
      left[parent[vertex]].push(...left[vertex]);
    } else throw new Error("the tree has no equal connected parts");
  }
  return parts;
}
