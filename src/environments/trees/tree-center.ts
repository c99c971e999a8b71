import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { recurrence } from "../toolkit/levels.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { integerRows, integers } from "../toolkit/schemas/integers.ts";
import { minimised } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { type RootedTree, rootTree, subtreeSums } from "../toolkit/trees/rooted-tree.ts";

const BETA = 8;

const Parameters = z.object({ N: z.int().min(2) });
const Instance = Parameters.extend({
  C: integers,
  edges: integerRows,
  reference_answer: z.int(),
  gold_answer: z.int(),
});

export const treeCenter = defineEnvironment({
  id: "TreeCenter",
  title: "Weighted tree median",
  summary:
    "Choose the tree vertex whose cost-weighted sum of distances to all vertices is smallest.",
  reward: "(best/value)^8; no vertex −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4 }, ({ N }) => ({ N: N + 1 })),

  generate({ N }, random) {
    const C = random.integers(N, 1, N);
    const edges = random
      .shuffle(randomRecursiveTree(N, random))
      .map(([u, v]) => [u, v, random.integer(1, N)]);
    const tree = rootAt0(edges, C);
    const totals = totalCosts(tree, C);
    const reference_answer = tree.order.reduce((best, r) => (totals[r] < totals[best] ? r : best));
    return { N, C, edges, reference_answer, gold_answer: totals[reference_answer] };
  },

  prompt: ({ N, C, edges }) =>
    `Here is a tree with ${N} vertices, numbered from 0 to ${N - 1}. The costs C of its vertices are:
${formatLines(C, (cost, vertex) => `C[${vertex}] = ${cost}`)}

Its ${formatCount(N - 1, "edge")} (u, v, w), each between the vertices u and v and of length w, are:
${formatLines(edges, ([u, v, w]) => `(${u}, ${v}, ${w})`)}

The distance of two vertices is the total length of the edges on the path between them. Choose a vertex r so that the sum of C[i] times the distance of i and r, over all vertices i, is as small as possible.

Answer with the number of that vertex, as one integer. If several vertices are equally good, any one of them will do.`,

  answer: integer,

  score(r, { N, C, edges, gold_answer }) {
    if (!(r >= 0 && r < N)) return malformed(`${formatFigure(r)} is outside 0..${N - 1}`);
    return minimised(totalCosts(rootAt0(edges, C), C)[r], gold_answer, BETA);
  },

  // No branch at the median holds more than half of all costs, whatever the lengths: it is the
  // deepest vertex, hence the last in preorder, whose subtree holds at least half of them.
  solve({ C, edges }) {
    const tree = rootAt0(edges, C);
    const costs = subtreeSums(tree, C);
    return String(tree.order.findLast((vertex) => 2 * costs[vertex] >= costs[0]));
  },
});

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
