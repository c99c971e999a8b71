import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { toAdjacencyMatrix } from "../toolkit/graphs/adjacency-matrix.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { findInducedEmbedding } from "../toolkit/graphs/induced-embedding.ts";
import { allPairs } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

const MAX_N2 = 30;

const agreeing = satisfying({ beta: 10, unit: "pairs of vertices agree" });

const Parameters = z
  .object({ N2: sizeFrom(3, MAX_N2), edge_density: z.number().min(0).max(1) })
  .check(
    holds(
      "edge_density",
      ({ N2, edge_density }) => countEdges(N2, edge_density) > 0,
      "must give at least one edge",
    ),
  );
const Instance = instanceOf(Parameters, {
  N1: integerFrom(3, MAX_N2),
  G1_edges: edges,
  G2_edges: edges.min(1),
  reference_answer: z.string(),
}).check(
  holds("N1", ({ N1, N2 }) => N1 <= N2, "must be at most N2"),
  graph("G1_edges", "N1"),
  graph("G2_edges", "N2"),
  // The embedding stored proves that there is one; to look for one would be exponential.
  holds(
    "reference_answer",
    ({ reference_answer, ...graphs }) => {
      const images = integerList.parse(reference_answer) ?? [];
      return (
        findInjectionFault(images, graphs) === undefined &&
        countAgreeing(images, graphs) === allPairs(graphs.N1).length
      );
    },
    "must embed G1 in G2",
  ),
);

export const subgraphIsomorphism = defineEnvironment({
  id: "SubgraphIsomorphism",
  title: "Induced subgraph embedding",
  summary: "Map the vertices of G1 injectively into G2 so that edges and non-edges are preserved.",
  reward: `${agreeing.words}; ${invalidWords("no injection")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) =>
    densitySets(N, EDGE_DENSITIES, 1).map(({ edge_density }) => ({ N2: N, edge_density })),
  ),

  generate({ N2, edge_density }, random) {
    const G2_edges = randomPairs(N2, countEdges(N2, edge_density), random);
    const N1 = random.integer(3, N2);
    const images = random.distinctIntegers(N1, 0, N2 - 1);
    const edgeBetween = edgeIndex(G2_edges);
    const G1_edges = random.shuffle(
      allPairs(N1).filter(([u, v]) => edgeBetween(images[u], images[v]) !== -1),
    );
    return { N2, edge_density, N1, G1_edges, G2_edges, reference_answer: images.join(" ") };
  },

  prompt: ({ N1, N2, G1_edges, G2_edges }) =>
    `Each line (u, v) below is an edge between the vertices u and v of an undirected graph.

The graph G1 has ${N1} vertices, numbered from 0 to ${N1 - 1}, and ${G1_edges.length === 0 ? "no edges." : `these edges:\n${formatEdges(G1_edges)}`}

The graph G2 has ${N2} vertices, numbered from 0 to ${N2 - 1}, and these edges:
${formatEdges(G2_edges)}

Give each vertex v of G1 a vertex p(v) of G2, all of them distinct, so that u and v are joined by an edge of G1 if and only if p(u) and p(v) are joined by an edge of G2.

Answer with the ${N1} vertices p(0) to p(${N1 - 1}), in this order, separated by spaces, like this: ${placeholders(N1)}`,

  answer: integerList,

  score(images, graphs) {
    const fault = findInjectionFault(images, graphs);
    if (fault !== undefined) return invalid(fault);
    return agreeing.verdict(countAgreeing(images, graphs), allPairs(graphs.N1).length);
  },

  picture: ({ N1, N2, G1_edges, G2_edges }, images) =>
    partsPicture({
      G1: graphPicture(N1, G1_edges, { notes: images?.map((image) => `→ ${image}`) }),
      G2: graphPicture(N2, G2_edges, { chosen: images }),
    }),

  solve: (graphs) => (findEmbedding(graphs) ?? []).join(" "),
});

interface Graphs {
  readonly N1: number;
  readonly N2: number;
  readonly G1_edges: readonly (readonly number[])[];
  readonly G2_edges: readonly (readonly number[])[];
}

function findInjectionFault(images: readonly number[], { N1, N2 }: Graphs): string | undefined {
  return findCountFault(images, N1, "vertex", "vertices") ?? findIndexFault(images, N2);
}

/** How many pairs of vertices of G1 are joined where their images are, or neither are. */
function countAgreeing(images: readonly number[], { N1, G1_edges, G2_edges }: Graphs): number {
  const [inG1, inG2] = [edgeIndex(G1_edges), edgeIndex(G2_edges)];
  return allPairs(N1).filter(
    ([u, v]) => (inG1(u, v) === -1) === (inG2(images[u], images[v]) === -1),
  ).length;
}

function findEmbedding({ N1, N2, G1_edges, G2_edges }: Graphs): number[] | undefined {
  return findInducedEmbedding(toAdjacencyMatrix(N1, G1_edges), toAdjacencyMatrix(N2, G2_edges));
}
