import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { tree, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { oncePer } from "../toolkit/scoring/once-per.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { type RootedTree, rootTree, subtreeSums } from "../toolkit/trees/rooted-tree.ts";

/** Costs and weights have the same bound, so that no total passes 2^53. */
const MAX_N = 5_000;

const total = minimising({ beta: 8 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  C: integersFrom(1, MAX_N),
  edges: weightedEdges(1, MAX_N),
  reference_answer: integerFrom(0),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "C"),
  tree("edges", "N"),
  within("reference_answer", 0, ({ N }) => N - 1),
);

export const treeCenter = defineEnvironment({
  id: "TreeCenter",
  title: "Weighted tree median",
  summary:
    "Choose the tree vertex whose cost-weighted sum of distances to all vertices is smallest.",
  reward: `${total.words}; ${malformedWords("no vertex")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const C = random.integers(N, 1, N);
    const edges = random
      .shuffle(randomRecursiveTree(N, random))
      .map(([u, v]): [number, number, number] => [u, v, random.integer(1, N)]);
    const rooted = rootAt0(edges, C);
    const totals = totalCosts(rooted, C);
    const reference_answer = rooted.order.reduce((best, r) => {
      return totals[r] < totals[best] ? r : best;
    });
    return { N, C, edges, reference_answer, gold_answer: totals[reference_answer] };
  },

  prompt: ({ N, C, edges }) =>
    `${describeTree(N, edges, { weighted: true })}

Each vertex i has a cost C[i]:
${formatIndexed("C", C)}

The distance between two vertices is the total weight of the edges on the path between them. Choose a vertex r so that the sum of C[i] times the distance between i and r, over all vertices i, is as small as possible. If several vertices are equally good, any one of them will do.

Answer with the number of the vertex, like this: r`,

  answer: integer,

  score(r, instance) {
    const { N, gold_answer } = instance;
    if (!(r >= 0 && r < N)) return malformed(`${formatFigure(r)} is outside 0..${N - 1}`);
    return total.verdict(totalsOf(instance)[r], gold_answer);
  },

  // No branch at the median holds more than half of all costs, whatever the lengths: it is the
  // deepest vertex, hence the last in preorder, whose subtree holds at least half of them.
  picture: ({ N, C, edges }, centre) =>
    treePicture(N, edges, {
      notes: C.map((cost) => `C ${cost}`),
      chosen: centre === undefined ? [] : [centre],
    }),

  solve({ C, edges }) {
    const rooted = rootAt0(edges, C);
    const costs = subtreeSums(rooted, C);
    return String(rooted.order.findLast((vertex) => 2 * costs[vertex] >= costs[0]));
  },
});

/** The total costs of an instance's vertices, for all answers to it. */
const totalsOf = oncePer(({ C, edges }: { C: readonly number[]; edges: readonly Edge[] }) =>
  totalCosts(rootAt0(edges, C), C),
);

function rootAt0(edges: readonly Edge[], C: readonly number[]): RootedTree {
  return rootTree(toAdjacency(C.length, edges), 0);
}

/**
 * For each vertex, the sum of all costs times their distances to it, by rerooting: a step over an
 * edge of length w comes nearer to the subtree below it by w and goes away from all else. O(N).
 */
function totalCosts(tree: RootedTree, C: readonly number[]): number[] {
  const { order, parent, parentWeight } = tree;
  const costs = subtreeSums(tree, C);
  const [root, ...others] = order;
  const totals = C.map(() => 0);
  for (const vertex of others) totals[root] += parentWeight[vertex] * costs[vertex];
  for (const vertex of others) {
    const moved = costs[root] - 2 * costs[vertex];
    totals[vertex] = totals[parent[vertex]] + parentWeight[vertex] * moved;
  }
  return totals;
}
