import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countArcs } from "../toolkit/graphs/density.ts";
import { MinimumCostNetwork } from "../toolkit/graphs/minimum-cost-flow.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { betterThanBest } from "../toolkit/scoring/optima.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import {
  correct,
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const EDGE_DENSITIES = [0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

const MAX_N = 300;
const MAX_CAPACITY = 10;
const MAX_COST = 10;
/** Edges on the planted path from source to sink, at most. */
const LONGEST_PATH = 5;

/** What a maximum flow is worth; the other half is for its cost. */
const FLOW_SHARE = 0.5;
const BETA = 5;

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: z.array(
    z.tuple([integer, integer, integerFrom(1, MAX_CAPACITY), integerFrom(1, MAX_COST)]),
  ),
  gold_answer: z.object({ flow: integerFrom(1), cost: integerFrom(1) }),
  reference_answer: z.string(),
}).check(
  graph("edges", "N", { directed: true }),
  holds(
    "edges",
    ({ N, edges }) => edges.every(([from, to]) => from !== N - 1 && to !== 0),
    "must not lead into the source or out of the sink",
  ),
  holds(
    "edges",
    ({ N, edges }) =>
      distancesToNearest(
        toDirectedAdjacency(
          N,
          edges.map(([from, to]) => [from, to]),
        ),
        [0],
      )[N - 1] < N,
    "must lead from 0 to N − 1",
  ),
);

type Edge = [from: number, to: number, capacity: number, cost: number];

/** At level 20 a problem has up to some 1,500 edges: prompts of 24,000 characters, answers of 3,000. */
export const minimumCostMaximumFlow = defineEnvironment({
  id: "MinimumCost_MaximumFlow",
  title: "Minimum-cost maximum flow",
  summary: "Give edge flows forming a maximum flow from source to sink of minimum total cost.",
  reward: `${FLOW_SHARE} (flow/greatest)^${BETA}, and for a maximum flow ${1 - FLOW_SHARE} (least cost/cost)^${BETA} more; ${invalidWords()}, ${malformedWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => EDGE_DENSITIES.map((edge_density) => ({ N, edge_density }))),

  generate({ N, edge_density }, random) {
    const length = random.integer(2, Math.min(LONGEST_PATH, N - 1));
    const path = [0, ...random.distinctIntegers(length - 1, 1, N - 2), N - 1];
    const edges = path.slice(1).map((to, step): Edge => {
      const capacity = random.integer(Math.floor(MAX_CAPACITY / 2), MAX_CAPACITY);
      return [path[step], to, capacity, random.integer(1, MAX_COST)];
    });
    const missing = countArcs(N, edge_density) - edges.length;
    const isAllowed = (from: number, to: number) => from !== N - 1 && to !== 0;
    for (const [from, to] of randomFurtherArcs(N, edges, missing, random, isAllowed)) {
      edges.push([from, to, random.integer(1, MAX_CAPACITY), random.integer(1, MAX_COST)]);
    }
    random.shuffle(edges);
    const { flows, ...gold_answer } = cheapestFlow(N, edges);
    return { N, edge_density, edges, gold_answer, reference_answer: flows.join(" ") };
  },

  prompt: ({ N, edges }) =>
    `A directed graph has ${N} vertices, numbered from 0 to ${N - 1}, and ${formatCount(edges.length, "edge")}. Each line (u, v, c, w) below is an edge from vertex u to vertex v of capacity c and cost w:
${formatEdges(edges)}

Give every edge a flow, an integer from 0 to its capacity, so that for each vertex except 0 and ${N - 1} the flows of the edges into it sum to the same as those of the edges out of it. The flow as a whole is the sum of the flows of the edges out of vertex 0, and its cost is the sum, over all edges, of flow times cost. Make the flow as a whole as large as possible, and among all such flows choose one of the smallest cost.

Answer with the flows of the edges in the order of the lines above, as ${formatCount(edges.length, "integer")} separated by spaces, like this: ${placeholders(edges.length)}`,

  answer: integerList,

  score(flows, { N, edges, gold_answer }) {
    const fault = findCountFault(flows, edges.length, "flow");
    if (fault !== undefined) return malformed(fault);
    const balance = new Array<number>(N).fill(0);
    for (const [edge, [from, to, capacity]] of edges.entries()) {
      const flow = flows[edge];
      if (!(flow >= 0 && flow <= capacity)) {
        return invalid(
          `the flow ${formatFigure(flow)} of edge ${edge + 1} is outside 0..${capacity}`,
        );
      }
      balance[from] -= flow;
      balance[to] += flow;
    }
    const vertex = balance.findIndex((rest, at) => rest !== 0 && at !== 0 && at !== N - 1);
    if (vertex !== -1) return invalid(`as much does not leave vertex ${vertex} as enters it`);
    const cost = sum(edges.map((edge, at) => flows[at] * edge[3]));
    return verdictOn(balance[N - 1], cost, gold_answer);
  },

  picture: ({ N, edges }, flows) =>
    graphPicture(
      N,
      edges.map(([from, to, capacity, cost], edge) => {
        const used = flows === undefined ? "≤" : `${flows[edge] ?? 0} of`;
        return [from, to, `${used} ${capacity}, cost ${cost}`];
      }),
      { directed: true, chosenEdges: flows?.flatMap((flow, edge) => (flow > 0 ? [edge] : [])) },
    ),

  solve: ({ N, edges }) => cheapestFlow(N, edges).flows.join(" "),
});

function verdictOn(
  flow: number,
  cost: number,
  gold: { readonly flow: number; readonly cost: number },
): Verdict {
  if (flow > gold.flow) return betterThanBest(flow, gold.flow);
  if (flow < gold.flow) {
    const share = FLOW_SHARE * powerOfRatio(flow, gold.flow, BETA);
    return partial(
      share,
      `a flow of ${flow}, greatest ${gold.flow}`,
      `a flow of ${flow} is not the greatest`,
    );
  }
  if (cost === gold.cost) return correct();
  if (cost < gold.cost) return betterThanBest(cost, gold.cost);
  return partial(
    FLOW_SHARE + (1 - FLOW_SHARE) * powerOfRatio(gold.cost, cost, BETA),
    `a maximum flow at cost ${cost}, least ${gold.cost}`,
    `a maximum flow, but ${cost} is not the least cost`,
  );
}

/** A maximum flow of least cost: shortest augmenting paths, O(flow · E log V). */
function cheapestFlow(N: number, edges: readonly Edge[]) {
  const network = new MinimumCostNetwork(N);
  for (const edge of edges) network.addEdge(...edge);
  const { flow, cost } = network.send(0, N - 1);
  return { flow, cost, flows: edges.map((_, edge) => network.flowThrough(edge)) };
}
