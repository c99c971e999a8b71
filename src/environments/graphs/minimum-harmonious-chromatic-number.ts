import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { harmoniousColouring } from "../toolkit/graphs/harmonious-colouring.ts";
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

/** The search is exponential: of 200 graphs of so many vertices the slowest takes some 25 ms. */
const MAX_N = 30;

const colourCount = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  gold_answer: integerFrom(1, MAX_N),
  reference_answer: z.string(),
}).check(graph("edges", "N"));

/**
 * Vertices at a distance of 1 or 2 differ, so that in dense graphs all do: N distinct colours are
 * right in 40 to 50 % of the problems of every level.
 */
export const minimumHarmoniousChromaticNumber = defineEnvironment({
  id: "MinimumHarmoniousChromaticNumber",
  title: "Harmonious colouring with fewest colours",
  summary:
    "Colour a graph properly with each colour pair on at most one edge, using as few colours as possible.",
  reward: `${colourCount.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 5 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const colours = harmoniousColouring(N, edges);
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

Give every vertex a colour, which is an integer, so that the two ends of every edge have different colours, no two edges have the same two colours at their ends (in either order), and as few distinct colours as possible are used.

Answer with the ${N} colours of the vertices 0 to ${N - 1}, in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(colours, { N, edges, gold_answer }) {
    const fault = findCountFault(colours, N, "colour");
    if (fault !== undefined) return invalid(fault);
    const edgeOf = new Map<string, readonly number[]>();
    for (const [u, v] of edges) {
      const [low, high] = colours[u] < colours[v] ? [u, v] : [v, u];
      if (colours[u] === colours[v]) return invalid(`${u} and ${v} have the same colour`);
      const pair = `${colours[low]} ${colours[high]}`;
      const other = edgeOf.get(pair);
      if (other !== undefined) {
        return invalid(`the edges ${other.join(" ")} and ${u} ${v} have the same two colours`);
      }
      edgeOf.set(pair, [u, v]);
    }
    return colourCount.verdict(new Set(colours).size, gold_answer);
  },

  picture: ({ N, edges }, groups) => graphPicture(N, edges, { groups }),

  solve: ({ N, edges }) => harmoniousColouring(N, edges).join(" "),
});
