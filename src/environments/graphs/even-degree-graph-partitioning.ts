import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toEdge } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomEvenGraph } from "../toolkit/random/even-graphs.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Bounds the edges, up to a few times N² / 4. */
const MAX_N = 200;

const even = satisfying({ beta: 10, unit: "vertices have evenly many neighbours in their group" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: edges.min(1),
  reference_answer: z.string(),
}).check(graph("edges", "N"));

type Edges = readonly (readonly [number, number])[];

// One group for all may do: that is so where all degrees are even, mostly on the first levels.
export const evenDegreeGraphPartitioning = defineEnvironment({
  id: "EvenDegreeGraphPartitioning",
  title: "Partition into even-degree groups",
  summary:
    "Split a graph's vertices into two groups so that each vertex has evenly many neighbours in its own group.",
  reward: `${even.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const order = random.permutation(N);
      const split = random.integer(0, N);
      const groups = [order.slice(0, split), order.slice(split)];
      const edges = groups.flatMap((group) =>
        randomEvenGraph(group.length, random).map(([a, b]) => toEdge(group[a], group[b])),
      );
      const crossing = groups[0].flatMap((u) => groups[1].map((v) => toEdge(u, v)));
      if (crossing.length > 0) {
        edges.push(...random.sample(crossing, random.integer(0, crossing.length)));
      }
      if (edges.length === 0) return undefined;
      const labels = new Array<number>(N).fill(1);
      for (const vertex of groups[1]) labels[vertex] = 2;
      return { N, edges: random.shuffle(edges), reference_answer: labels.join(" ") };
    });
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

Put every vertex into group 1 or group 2 so that each vertex is joined by edges to an even number of vertices of its own group (0 is even). A group may be empty.

Answer with the ${N} groups of the vertices 0 to ${N - 1}, each 1 or 2, in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(labels, { N, edges }) {
    const fault = findCountFault(labels, N, "group") ?? findRangeFault(labels, 1, 2);
    if (fault !== undefined) return invalid(fault);
    const degree = new Array<number>(N).fill(0);
    for (const [u, v] of edges) {
      if (labels[u] !== labels[v]) continue;
      degree[u]++;
      degree[v]++;
    }
    return even.verdict(degree.filter((count) => count % 2 === 0).length, N);
  },

  picture: ({ N, edges }, groups) => graphPicture(N, edges, { groups }),

  solve: ({ N, edges }) => evenPartition(N, edges).join(" "),
});

/**
 * Groups of every vertex, from the equations over GF(2) that the neighbours in the other group are
 * odd in number exactly where the degree is: with s = 1 for group 2, the sum of s_u + s_v over the
 * neighbours u of v is v's degree. They always have a solution (Gallai). Gauss and Jordan, with rows
 * as bits of an integer, O(N³) bit operations.
 */
function evenPartition(N: number, edges: Edges): number[] {
  const one = (index: number) => 1n << BigInt(index);
  const rows = new Array<bigint>(N).fill(0n);
  for (const [u, v] of edges) {
    // The bit N holds the right-hand side.
    rows[u] ^= one(u) ^ one(v) ^ one(N);
    rows[v] ^= one(u) ^ one(v) ^ one(N);
  }
  const labels = new Array<number>(N).fill(1);
  const pivotOf: { unknown: number; row: number }[] = [];
  for (let unknown = 0; unknown < N; unknown++) {
    const start = pivotOf.length;
    const found = rows.findIndex((row, index) => index >= start && (row & one(unknown)) !== 0n);
    if (found === -1) continue;
    [rows[start], rows[found]] = [rows[found], rows[start]];
    for (const index of rows.keys()) {
      if (index !== start && (rows[index] & one(unknown)) !== 0n) rows[index] ^= rows[start];
    }
    pivotOf.push({ unknown, row: start });
  }
  // The unknowns that are free stay 0.
  for (const { unknown, row } of pivotOf) if ((rows[row] & one(N)) !== 0n) labels[unknown] = 2;
  return labels;
}
