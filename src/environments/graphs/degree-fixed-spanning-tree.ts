import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { spanningTreeOfDegrees } from "../toolkit/graphs/spanning-tree-of-degrees.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { chosenSpanningTree } from "../toolkit/scoring/chosen-edges.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalidWords, malformedWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const EDGE_DENSITIES = [0.1, 0.3, 0.5, 0.7, 0.9];

const MAX_N = 100;

/** What defines a problem. */
interface Task {
  readonly N: number;
  readonly edges: readonly [number, number][];
  readonly degrees: readonly number[];
}

const right = satisfying({ beta: 5, unit: "vertices have their degree" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  degrees: integersFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("N", "degrees"),
  graph("edges", "N"),
  // Whether such a tree exists is hard to tell, but the reference shows one.
  holds(
    "reference_answer",
    (instance) =>
      verdictOn(integerList.parse(instance.reference_answer) ?? [], instance).reward === 1,
    "must be a spanning tree of the graph with the degrees",
  ),
);

export const degreeFixedSpanningTree = defineEnvironment({
  id: "DegreeFixed_SpanningTree",
  title: "Spanning tree with fixed degrees",
  summary: "Select edges forming a spanning tree in which every vertex has its prescribed degree.",
  reward: `${right.words}; ${invalidWords("no spanning tree")}, ${malformedWords("odd count")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N)),

  generate({ N, edge_density }, random) {
    const tree = randomRecursiveTree(N, random);
    const edges = randomConnectedGraph(N, countEdges(N, edge_density), random, tree);
    const degrees = degreesOf(N, tree);
    return { N, edge_density, edges, degrees, reference_answer: formatEnds(tree) };
  },

  prompt: ({ N, edges, degrees }) =>
    `${describeGraph(N, edges)}

Choose ${N - 1} of these edges that connect all the vertices (a spanning tree), so that each vertex i is an end of exactly D[i] chosen edges, where
${formatIndexed("D", degrees)}

The edges may stand in any order, and so may the two ends of an edge. Answer with the two ends of each chosen edge, one edge after the other, as ${2 * (N - 1)} integers separated by spaces, like this: ${placeholderEnds(N - 1)}`,

  answer: integerList,

  score: verdictOn,

  picture: ({ N, edges, degrees }, chosenEnds) =>
    graphPicture(N, edges, { notes: degrees.map((degree) => `D ${degree}`), chosenEnds }),

  solve: ({ N, edges, degrees }) =>
    formatEnds(spanningTreeOfDegrees(N, edges, degrees).map((edge) => edges[edge])),
});

function verdictOn(ends: readonly number[], { N, edges, degrees }: Task): Verdict {
  const chosen = chosenSpanningTree(ends, N, edges);
  if (!Array.isArray(chosen)) return chosen;
  const tree = chosen.map((edge) => edges[edge]);
  const reached = degreesOf(N, tree);
  return right.verdict(countAgreements(reached, degrees), N);
}

function degreesOf(N: number, edges: readonly (readonly number[])[]): number[] {
  const degrees = new Array<number>(N).fill(0);
  for (const [u, v] of edges) {
    degrees[u]++;
    degrees[v]++;
  }
  return degrees;
}
