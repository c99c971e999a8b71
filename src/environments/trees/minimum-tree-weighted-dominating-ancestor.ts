import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { instanceOf, ofSound, refuse } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { childrenOf, distancesFromRoot, rootTree } from "../toolkit/trees/rooted-tree.ts";
import {
  cheaper,
  mergeByCount,
  nothing,
  only,
  type Selection,
  together,
  verticesOf,
} from "../toolkit/trees/selections.ts";

const LARGEST_VALUE = 10;
/** The dynamic programming takes N · depth · K steps, N³ for a path. */
const MAX_N = 150;
/** Of lengths and weights, so that no total passes 2^53. */
const MAX_VALUE = 100_000;

const total = minimising({ beta: 5 });

type Parents = readonly (readonly [parent: number, length: number] | null)[];

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  parents: z.array(z.tuple([z.int(), integerFrom(0, MAX_VALUE)]).nullable()),
  C: integersFrom(0, MAX_VALUE),
  K: integerFrom(1),
  gold_answer: integerFrom(0),
}).check(
  lengths(({ N }) => N + 1, "parents", "C"),
  ofSound((payload) => {
    const fault = findParentsFault(payload.value.parents);
    if (fault !== undefined) refuse(payload, ["parents", fault.vertex], fault.message);
  }),
  within("K", 1, ({ N }) => N - 1),
);

export const minimumTreeWeightedDominatingAncestor = defineEnvironment({
  id: "MinimumTreeWeightedDominatingAncestor",
  title: "K depots on a rooted tree",
  summary:
    "Select K vertices so that the weighted distances to the nearest selected ancestor sum to the minimum.",
  reward: `${total.words}; ${invalidWords("wrong length or vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const order = [0, ...random.permutation(N, 1)];
    const parents = new Array<[number, number] | null>(N + 1).fill(null);
    for (let index = 1; index <= N; index++) {
      const parent = order[random.integer(0, index - 1)];
      parents[order[index]] = [parent, random.integer(1, LARGEST_VALUE)];
    }
    const C = [0, ...random.integers(N, 0, LARGEST_VALUE)];
    const K = random.integer(1, N - 1);
    return { N, parents, C, K, gold_answer: bestDepots(parents, C, K).value };
  },

  prompt: ({ N, parents, C, K }) =>
    `A rooted tree has ${N + 1} vertices, numbered from 0 to ${N}; vertex 0 is the root. Here are the parent of each other vertex and the length of the edge to it:
${formatLines(parents.slice(1), (entry, index) => `vertex ${index + 1}: parent ${entry?.[0]}, length ${entry?.[1]}`)}

Each vertex u from 1 to ${N} has a weight C[u]:
${formatIndexed("C", C.slice(1), 1)}

The root is a depot. Choose ${K} more ${K === 1 ? "depot" : "depots"} among the vertices 1 to ${N}. D[u] is the distance from u to the first depot on the way from u up to the root, where u itself comes first: 0 if u is a depot, otherwise the sum of the lengths of the edges up to there. Make the sum of C[u] · D[u] over all vertices u from 1 to ${N} as small as possible.

Answer with the ${formatCount(K, "chosen vertex", "chosen vertices")}${K === 1 ? "" : " in any order, separated by spaces"}, like this: ${placeholders(K)}`,

  answer: integerList,

  score(depots, { N, parents, C, K, gold_answer }) {
    const fault = findCountFault(depots, K, "vertex", "vertices") ?? findRangeFault(depots, 1, N);
    if (fault !== undefined) return invalid(fault);
    const isDepot = new Set(depots);
    const { order } = toTree(parents);
    const distance = parents.map(() => 0);
    for (const vertex of order) {
      const [parent, length] = parents[vertex] ?? [0, 0];
      distance[vertex] = isDepot.has(vertex) ? 0 : distance[parent] + length;
    }
    return total.verdict(sum(distance.map((value, vertex) => C[vertex] * value)), gold_answer);
  },

  picture: ({ N, parents, C }, chosen) =>
    treePicture(
      N + 1,
      parents.flatMap((entry, vertex) =>
        entry === null ? [] : [[entry[0], vertex, entry[1]] as const],
      ),
      { notes: C.map((weight, vertex) => (vertex === 0 ? "depot" : `C ${weight}`)), chosen },
    ),

  solve: ({ parents, C, K }) => verticesOf(bestDepots(parents, C, K)).join(" "),
});

function toTree(parents: Parents) {
  const edges = parents.flatMap((entry, vertex) => (entry === null ? [] : [[vertex, ...entry]]));
  return rootTree(toAdjacency(parents.length, edges), 0);
}

function findParentsFault(parents: Parents): { vertex: number; message: string } | undefined {
  const last = parents.length - 1;
  for (const [vertex, entry] of parents.entries()) {
    if ((entry === null) !== (vertex === 0)) {
      return { vertex, message: "must be null for vertex 0, and only there" };
    }
    if (entry !== null && !(entry[0] >= 0 && entry[0] <= last)) {
      return { vertex, message: `must name a parent from 0 to ${last}` };
    }
  }
  // Vertex 0 leads to all others unless some of them are their own ancestors.
  const reached = [0];
  const children = parents.map((): number[] => []);
  for (const [vertex, entry] of parents.entries())
    if (entry !== null) children[entry[0]].push(vertex);
  for (const vertex of reached) reached.push(...children[vertex]);
  if (reached.length > last) return undefined;
  const isReached = new Set(reached);
  const vertex = parents.findIndex((_, index) => !isReached.has(index));
  return { vertex, message: "must lead up to vertex 0" };
}

/**
 * From the leaves up, for each vertex, each depot that may be its nearest one above, and each number
 * of depots in its subtree: the best choice of these depots. Merging children by these numbers takes
 * O(K) steps a vertex and depot above it: O(N · depth · K).
 */
function bestDepots(parents: Parents, C: readonly number[], K: number): Selection {
  const tree = toTree(parents);
  const children = childrenOf(tree);
  const toRoot = distancesFromRoot(tree);
  // By vertex, by the depth of the depot above it: the best by number of depots.
  const best: Selection[][][] = parents.map(() => []);
  for (const vertex of tree.order.toReversed()) {
    const above: number[] = [];
    for (let at = vertex; at !== -1; at = tree.parent[at]) above.unshift(at);
    /** All below the vertex, where the nearest depot down to it is at the given depth. */
    const below = (depth: number): Selection[] => {
      let merged = [nothing()];
      for (const child of children[vertex]) {
        merged = mergeByCount(merged, best[child][depth], cheaper).slice(0, K + 1);
      }
      return merged;
    };
    if (vertex === 0) return below(0)[K];
    const asDepot = below(above.length - 1).map((rest) => together(only(vertex, 0), rest));
    best[vertex] = above.slice(0, -1).map((depot, depth) => {
      const cost = C[vertex] * (toRoot[vertex] - toRoot[depot]);
      const without = below(depth).map((rest) => together(nothing(cost), rest));
      const counts = [...without, ...asDepot.slice(without.length - 1)].slice(0, K + 1);
      return counts.map((selection, count) =>
        count > 0 && count < without.length ? cheaper(selection, asDepot[count - 1]) : selection,
      );
    });
  }
  return nothing();
}
