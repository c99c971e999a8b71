import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { toAdjacencyMatrix } from "../toolkit/graphs/adjacency-matrix.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { findInducedEmbedding } from "../toolkit/graphs/induced-embedding.ts";
import { toEdge } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { formatSeries } from "../toolkit/text/series.ts";

const EDGE_DENSITIES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

const MAX_N = 50;

const mapped = satisfying({ beta: 10, unit: "edges of G1 become edges of G2" });

const Parameters = z
  .object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) })
  .check(
    holds(
      "edge_density",
      ({ N, edge_density }) => countEdges(N, edge_density) > 0,
      "must give at least one edge",
    ),
  );
const Instance = instanceOf(Parameters, {
  G1_edges: edges.min(1),
  G2_edges: edges,
  reference_answer: z.string(),
}).check(
  graph("G1_edges", "N"),
  graph("G2_edges", "N"),
  (payload) => lengths(payload.value.G1_edges.length, "G2_edges")(payload),
  // The mapping stored proves the graphs isomorphic; to look for one would be exponential.
  holds(
    "reference_answer",
    ({ N, G1_edges, G2_edges, reference_answer }) => {
      const images = integerList.parse(reference_answer) ?? [];
      return (
        findPermutationFault(images, N) === undefined &&
        countMapped(images, G1_edges, G2_edges) === G1_edges.length
      );
    },
    "must be a permutation that maps the edges of G1 to those of G2",
  ),
);

/** At level 0, with three vertices, every third permutation is right. */
export const graphIsomorphism = defineEnvironment({
  id: "GraphIsomorphism",
  title: "Graph isomorphism",
  summary: "Find a vertex permutation mapping one undirected graph onto another isomorphic one.",
  reward: `${mapped.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const G1_edges = randomPairs(N, countEdges(N, edge_density), random);
    const images = random.permutation(N);
    const G2_edges = random.shuffle(G1_edges.map(([u, v]) => toEdge(images[u], images[v])));
    return { N, edge_density, G1_edges, G2_edges, reference_answer: images.join(" ") };
  },

  prompt: ({ N, G1_edges, G2_edges }) =>
    `Two undirected graphs G1 and G2 have ${N} vertices each, numbered from 0 to ${N - 1}, and ${formatCount(G1_edges.length, "edge")} each. Each line (u, v) below is an edge between the vertices u and v.

The edges of G1:
${formatEdges(G1_edges)}

The edges of G2:
${formatEdges(G2_edges)}

Find a permutation ${formatSeries(N, (vertex) => `p(${vertex})`)} of the numbers 0 to ${N - 1} that makes G1 into G2: u and v are joined by an edge of G1 if and only if p(u) and p(v) are joined by an edge of G2.

Answer with the ${N} numbers p(0) to p(${N - 1}), in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(images, { N, G1_edges, G2_edges }) {
    const fault = findPermutationFault(images, N);
    if (fault !== undefined) return invalid(fault);
    return mapped.verdict(countMapped(images, G1_edges, G2_edges), G1_edges.length);
  },

  picture: ({ N, G1_edges, G2_edges }, images) =>
    partsPicture({
      G1: graphPicture(N, G1_edges, { notes: images?.map((image) => `→ ${image}`) }),
      G2: graphPicture(N, G2_edges),
    }),

  solve: ({ N, G1_edges, G2_edges }) => (findIsomorphism(N, G1_edges, G2_edges) ?? []).join(" "),
});

type Edges = readonly (readonly number[])[];

/** How many edges of G1 are mapped to edges of G2. */
function countMapped(images: readonly number[], G1: Edges, G2: Edges): number {
  const edgeBetween = edgeIndex(G2);
  return G1.filter(([u, v]) => edgeBetween(images[u], images[v]) !== -1).length;
}

/** Between graphs of one size, an induced embedding is an isomorphism. */
function findIsomorphism(N: number, G1: Edges, G2: Edges): number[] | undefined {
  return findInducedEmbedding(toAdjacencyMatrix(N, G1), toAdjacencyMatrix(N, G2));
}
