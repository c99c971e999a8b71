import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { completeColouring } from "../toolkit/graphs/complete-colouring.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.02, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * The searches, vertex by vertex and class by class, are exponential: of 200 graphs of 25 vertices
 * (level 20) the median takes 15 ms, the slowest 0.4 s (densities 0.25 to 0.55).
 */
const MAX_N = 25;

const colourCount = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  gold_answer: integerFrom(1, MAX_N),
  reference_answer: z.string(),
}).check(graph("edges", "N"));

export const maximumAchromaticNumber = defineEnvironment({
  id: "MaximumAchromaticNumber",
  title: "Complete colouring with most colours",
  summary:
    "Properly colour a graph with as many colours as possible so that every two used colours meet on some edge.",
  reward: `${colourCount.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 5 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const colours = completeColouring(N, edges);
    return {
      N,
      edge_density,
      edges,
      reference_answer: colours.join(" "),
      gold_answer: new Set(colours).size,
    };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

Give every vertex a colour, which is an integer, so that the two ends of every edge have different colours and, for every two distinct colours that are used, some edge joins a vertex of the one with a vertex of the other. Use as many distinct colours as possible.

Answer with the ${N} colours of the vertices 0 to ${N - 1}, in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(colours, { N, edges, gold_answer }) {
    const fault = findCountFault(colours, N, "colour");
    if (fault !== undefined) return invalid(fault);
    const pairs = new Set<string>();
    for (const [u, v] of edges) {
      if (colours[u] === colours[v]) return invalid(`${u} and ${v} have the same colour`);
      pairs.add([colours[u], colours[v]].sort((a, b) => a - b).join(" "));
    }
    const count = new Set(colours).size;
    const all = (count * (count - 1)) / 2;
    if (pairs.size < all) return invalid(`only ${pairs.size} of ${all} pairs of colours meet`);
    return colourCount.verdict(count, gold_answer);
  },

  picture: ({ N, edges }, groups) => graphPicture(N, edges, { groups }),

  solve: ({ N, edges }) => completeColouring(N, edges).join(" "),
});
