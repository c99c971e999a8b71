import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { toAdjacencyMatrix } from "../toolkit/graphs/adjacency-matrix.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { minimumColouring } from "../toolkit/graphs/minimum-colouring.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.02, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * DSATUR as branch and bound, exponential: at level 20 the slowest of 200 graphs takes some 10 ms;
 * beyond so many vertices, single ones take seconds.
 */
const MAX_N = 50;

const colourCount = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  gold_answer: integerFrom(1, MAX_N),
  reference_answer: z.string(),
}).check(graph("edges", "N"));

export const minimumChromaticNumber = defineEnvironment({
  id: "MinimumChromaticNumber",
  title: "Graph colouring with fewest colours",
  summary:
    "Properly colour the vertices of an undirected graph using as few distinct colours as possible.",
  reward: `${colourCount.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 5 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const colours = minimumColouring(toAdjacencyMatrix(N, edges));
    return {
      N,
      edge_density,
      edges,
      gold_answer: new Set(colours).size,
      reference_answer: colours.join(" "),
    };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

Give every vertex a colour, which is an integer, so that the two ends of every edge have different colours and as few distinct colours as possible are used.

Answer with the ${N} colours of the vertices 0 to ${N - 1}, in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(colours, { N, edges, gold_answer }) {
    const fault = findCountFault(colours, N, "colour");
    if (fault !== undefined) return invalid(fault);
    const clash = edges.find(([u, v]) => colours[u] === colours[v]);
    if (clash !== undefined) return invalid(`${clash.join(" and ")} have the same colour`);
    return colourCount.verdict(new Set(colours).size, gold_answer);
  },

  picture: ({ N, edges }, groups) => graphPicture(N, edges, { groups }),

  solve: ({ N, edges }) => minimumColouring(toAdjacencyMatrix(N, edges)).join(" "),
});
