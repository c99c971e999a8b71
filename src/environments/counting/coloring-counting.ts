import { z } from "zod";
import { sumOfColoursByClasses } from "../engines/colourings/by-classes.ts";
import { sumOfColoursByFrontier } from "../engines/colourings/by-frontier.ts";
import { defineEnvironment } from "../environment.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const EDGE_DENSITIES = [0.02, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
/**
 * Up to 3^N steps at middle densities: beyond, they take many seconds. Inclusion and exclusion over sets
 * with a zeta transform by size takes N² · 2^N for each run of colours between two limits, which is no
 * less at N = 24 (level 20): 10¹¹ either way. Counting colourings is #P-hard.
 */
const MAX_N = 18;
/** R[u] is at most twice the degree of u. */
const MAX_LIMIT = 2 * (MAX_N - 1);

interface Limits {
  N: number;
  edges: readonly (readonly [number, number])[];
  R: readonly number[];
}

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  R: integersFrom(0, MAX_LIMIT),
  reference_answer: bigIntegerFrom(1n),
}).check(lengths("N", "R"), graph("edges", "N"));

/** Level 14 is the last; generation takes some 30 ms there, at middle densities up to a second. */
export const coloringCounting = defineEnvironment({
  id: "ColoringCounting",
  title: "Colours of all proper colourings",
  summary:
    "Sum, over all proper vertex colourings with per-vertex colour limits, of the number of distinct colours used.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const degree = new Array<number>(N).fill(0);
    for (const [u, v] of edges) {
      degree[u]++;
      degree[v]++;
    }
    const R = degree.map((count) => random.integer(count, 2 * count));
    return { N, edge_density, edges, R, reference_answer: sumOfColours({ N, edges, R }) };
  },

  prompt: ({ N, edges, R }) =>
    `${describeGraph(N, edges)}

Each vertex u is given a colour c[u], an integer from 0 to R[u] (both included), so that c[u] ≠ c[v] for every edge between u and v:
${formatIndexed("R", R)}

The value of such a colouring is the number of different colours that it uses. What is the sum of the values of all such colourings?

Answer with the sum as one integer, like this: s`,

  picture: ({ N, edges, R }) => graphPicture(N, edges, { notes: R.map((last) => `0–${last}`) }),

  ...nearBigInteger({ beta: 10, least: 1 }, sumOfColours),
});

/** Below so many edges a vertex, the frontier of the graph is small. */
const SPARSE_RATIO = 1.3;

/** Exact by either of two methods: by the frontier in sparse graphs, by colour classes in others. */
function sumOfColours({ N, edges, R }: Limits): bigint {
  const graph = { edges, limits: R };
  return edges.length <= SPARSE_RATIO * N
    ? sumOfColoursByFrontier(graph)
    : sumOfColoursByClasses(graph);
}
