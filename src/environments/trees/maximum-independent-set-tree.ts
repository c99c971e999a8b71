import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 5_000;

const weight = maximising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  R: integersFrom(1, MAX_N),
  reference_weight: integerFrom(1),
  reference_answer: z.string(),
}).check(lengths("N", "R"), tree("edges", "N"));

type Edges = readonly (readonly [number, number])[];

export const maximumIndependentSetTree = defineEnvironment({
  id: "Maximum_IndependentSet_Tree",
  title: "Heaviest independent set of a tree",
  summary:
    "Select pairwise non-adjacent vertices of a weighted tree with the greatest total weight.",
  reward: `${weight.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const edges = randomRecursiveTree(N, random);
    const R = random.integers(N, 1, N);
    const chosen = heaviestSet(edges, R);
    const reference_weight = sum(chosen.map((vertex) => R[vertex]));
    return { N, edges, R, reference_weight, reference_answer: chosen.join(" ") };
  },

  prompt: ({ N, edges, R }) =>
    `${describeTree(N, edges)}

Each vertex i has a weight R[i]:
${formatIndexed("R", R)}

Choose vertices, each at most once, so that no two chosen vertices are joined by an edge and their total weight is as large as possible.

Answer with the chosen vertices in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(vertices, { N, edges, R, reference_weight }) {
    const fault = findIndexFault(vertices, N);
    if (fault !== undefined) return invalid(fault);
    const chosen = new Set(vertices);
    const joined = edges.find(([u, v]) => chosen.has(u) && chosen.has(v));
    if (joined !== undefined) return invalid(`${joined.join(" and ")} are joined by an edge`);
    return weight.verdict(sum(vertices.map((vertex) => R[vertex])), reference_weight);
  },

  picture: ({ N, edges, R }, chosen) =>
    treePicture(N, edges, { notes: R.map((weight) => `w ${weight}`), chosen }),

  solve: ({ edges, R }) => heaviestSet(edges, R).join(" "),
});

/**
 * For each vertex, the heaviest sets of its subtree with and without it, from the leaves up; then the
 * choices from the root down. O(N).
 */
function heaviestSet(edges: Edges, R: readonly number[]): number[] {
  const { order, parent } = rootTree(toAdjacency(R.length, edges), 0);
  const taken = [...R];
  const left = new Array<number>(R.length).fill(0);
  for (const vertex of order.slice(1).reverse()) {
    taken[parent[vertex]] += left[vertex];
    left[parent[vertex]] += Math.max(taken[vertex], left[vertex]);
  }
  const isChosen = new Set<number>();
  for (const vertex of order) {
    const isFree = vertex === order[0] || !isChosen.has(parent[vertex]);
    if (isFree && taken[vertex] > left[vertex]) isChosen.add(vertex);
  }
  return [...isChosen];
}
