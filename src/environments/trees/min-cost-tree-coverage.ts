import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { noteAt } from "../toolkit/pictures/marks.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";
import { cheaper, nothing, only, together, verticesOf } from "../toolkit/trees/selections.ts";

/** The dynamic programming keeps N·D selections. */
const MAX_N = 500;
const MAX_COST = 1_000_000_000;

const cost = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  covered_vertices: integers,
  D: integerFrom(1),
  W: integersFrom(1, MAX_COST),
  gold_answer: integerFrom(1),
}).check(
  tree("edges", "N"),
  within("covered_vertices", 0, ({ N }) => N - 1),
  distinct("covered_vertices"),
  holds(
    "covered_vertices",
    ({ covered_vertices }) => covered_vertices.length > 0,
    "must name a vertex",
  ),
  within("D", 1, "N"),
  lengths("N", "W"),
);

interface Task {
  readonly N: number;
  readonly edges: readonly Edge[];
  readonly covered_vertices: readonly number[];
  readonly D: number;
  readonly W: readonly number[];
}

// Trees of level 0 have 3 vertices: any one of them is right in a third of the cases.
export const minCostTreeCoverage = defineEnvironment({
  id: "MinCostTreeCoverage",
  title: "Cheapest radius cover on a tree",
  summary:
    "Select vertices of minimum total cost so that each required tree vertex is within D edges of a selected vertex.",
  reward: `${cost.words}; ${invalidWords("repeated or no vertex")}; ${unsuccessfulWords("uncovered")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const joined = randomRecursiveTree(N, random);
    const covered_vertices = random.distinctIntegers(random.integer(1, N), 0, N - 1);
    const { depth } = rootTree(toAdjacency(N, joined), random.choice(joined[0]));
    const [, deepest] = extremes(covered_vertices.map((vertex) => depth[vertex]));
    const D = random.integer(1, Math.max(1, Math.floor(deepest / 2)));
    const edges = random.shuffle(joined);
    const W = random.integers(N, 1, N);
    const { value } = cheapestCover({ N, edges, covered_vertices, D, W });
    return { N, edges, covered_vertices, D, W, gold_answer: value };
  },

  prompt: ({ N, edges, covered_vertices, D, W }) =>
    `${describeTree(N, edges)}

Each vertex i has a cost W[i]:
${formatIndexed("W", W)}

A chosen vertex covers all vertices whose distance from it is at most ${D}, itself included. The distance between two vertices is the number of edges on the path between them. Choose vertices, each at most once, that together cover all of these vertices (others may stay uncovered):
${covered_vertices.join(" ")}
Make the total cost of the chosen vertices as small as possible.

Answer with the chosen vertices in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(vertices, { N, edges, covered_vertices, D, W, gold_answer }) {
    const fault = findIndexFault(vertices, N);
    if (fault !== undefined) return invalid(fault);
    const distances = distancesToNearest(toAdjacency(N, edges), vertices, D);
    const uncovered = covered_vertices.find((vertex) => distances[vertex] > D);
    if (uncovered !== undefined) return unsuccessful(`${uncovered} is not covered`);
    return cost.verdict(sum(vertices.map((vertex) => W[vertex])), gold_answer);
  },

  picture: ({ N, edges, covered_vertices, W }, chosen) => {
    const covered = noteAt(covered_vertices, ", cover", N);
    const notes = W.map((cost, vertex) => `cost ${cost}${covered[vertex]}`);
    return treePicture(N, edges, { notes, chosen });
  },

  solve: (task) => verticesOf(cheapestCover(task)).join(" "),
});

/**
 * From the leaves up, the cheapest selections in a subtree: `near[k]` covers everything required
 * there and has a vertex within D − k of the subtree's root; `open[k]` covers what is required at
 * distance k or more below that root, and leaves the rest to vertices outside. O(N·D).
 */
function cheapestCover({ N, edges, covered_vertices, D, W }: Task) {
  const { order, parent } = rootTree(toAdjacency(N, edges), 0);
  const required = new Set(covered_vertices);
  const near = W.map((value, vertex) => new Array(D + 1).fill(only(vertex, value)));
  const open = W.map((value, vertex) => {
    const covered = required.has(vertex) ? only(vertex, value) : nothing();
    return [covered, ...new Array(D + 1).fill(nothing())];
  });
  for (let index = N - 1; index > 0; index--) {
    const child = order[index];
    const vertex = parent[child];
    const [ownNear, ownOpen] = [near[vertex], open[vertex]];
    const nextNear = ownNear.map((own, k) => {
      const above = together(own, open[child][k]);
      return k < D ? cheaper(above, together(near[child][k + 1], ownOpen[k + 1])) : above;
    });
    for (let k = D - 1; k >= 0; k--) nextNear[k] = cheaper(nextNear[k], nextNear[k + 1]);
    const nextOpen = [cheaper(nextNear[0], together(ownOpen[0], open[child][0]))];
    for (let k = 1; k <= D + 1; k++) {
      nextOpen.push(cheaper(nextOpen[k - 1], together(ownOpen[k], open[child][k - 1])));
    }
    near[vertex] = nextNear;
    open[vertex] = nextOpen;
  }
  return open[0][0];
}
