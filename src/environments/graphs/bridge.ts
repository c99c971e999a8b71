import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findBridges } from "../toolkit/graphs/bridges.ts";
import { countEdges } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { allPairs, toEdge } from "../toolkit/graphs/pairs.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";
import { formatFigure } from "../toolkit/text/figures.ts";

const EDGE_DENSITIES = [
  0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9,
];
/** Groups of vertices, as a share of the vertices. */
const GROUP_SHARES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8];

const MAX_N = 1_000;

const found = matching({ beta: 5, unit: "bridges found" });

const Parameters = z
  .object({
    N: sizeFrom(2, MAX_N),
    component_num: integerFrom(2),
    edge_density: z.number().min(0).max(1),
  })
  .check(holds("component_num", ({ component_num, N }) => component_num <= N, "must be at most N"));
const Instance = instanceOf(Parameters, {
  edges,
  bridges: edges,
  reference_answer: z.string(),
}).check(
  graph("edges", "N"),
  holds("bridges", ({ bridges }) => bridges.length > 0, "must not be empty"),
  holds(
    "bridges",
    ({ N, edges, bridges }) => {
      const numbers = bridges.map(([u, v]) => edgeIndex(edges)(u, v)).sort((a, b) => a - b);
      const right = findBridges(N, edges);
      return numbers.length === right.length && numbers.every((edge, at) => edge === right[at]);
    },
    "must be the bridges of the graph, each once",
  ),
);

/**
 * Sparse graphs are trees: at low levels often every edge is a bridge, in nine of ten problems of
 * level 0 and half of them at level 3.
 */
export const bridge = defineEnvironment({
  id: "Bridge",
  title: "Bridges of a graph",
  summary: "List every edge whose removal disconnects its two end vertices.",
  reward: `${found.words}; ${invalidWords("edge that is no bridge")}, ${malformedWords("odd count")}`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["bridges"],
  levels: growing({ N: 4 }, ({ N }) => {
    const counts = GROUP_SHARES.map((share) => Math.floor(share * N)).filter((count) => count > 1);
    return EDGE_DENSITIES.flatMap((edge_density) =>
      [...new Set(counts)].map((component_num) => ({ N, component_num, edge_density })),
    );
  }),

  generate({ N, component_num, edge_density }, random) {
    const groupOf = redrawUntil(() => {
      const drawn = random.integers(N, 0, component_num - 1);
      return drawn.some((group) => group !== drawn[0]) ? drawn : undefined;
    });
    const joined = joinGroups(groupOf, random);
    const inner = allPairs(N).filter(([u, v]) => groupOf[u] === groupOf[v]);
    const missing = Math.max(0, countEdges(N, edge_density) - joined.length);
    const further = random.sample(inner, Math.min(missing, inner.length));
    const edges = random.shuffle([...joined, ...further]);
    const bridges = findBridges(N, edges).map((edge) => edges[edge]);
    const reference_answer = formatEnds(bridges);
    return { N, component_num, edge_density, edges, bridges, reference_answer };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}
The graph may consist of several parts that no path joins.

A bridge is an edge without which no path joins its two ends any more. Find all bridges; there is at least one.

The bridges may stand in any order, each once, and so may the two ends of a bridge. Answer with the two ends of each bridge, one bridge after the other, as integers separated by spaces on one line, like this: ${placeholderEnds()}`,

  answer: integerList,

  score(ends, { edges, bridges }) {
    if (ends.length % 2 === 1) return malformed(`${ends.length} integers do not form pairs`);
    const bridgeBetween = edgeIndex(bridges);
    const edgeBetween = edgeIndex(edges);
    const listed = new Set<number>();
    for (let place = 0; place < ends.length; place += 2) {
      const [u, v] = [ends[place], ends[place + 1]];
      const pair = `${formatFigure(u)} and ${formatFigure(v)}`;
      if (edgeBetween(u, v) === -1) return invalid(`no edge joins ${pair}`);
      const number = bridgeBetween(u, v);
      if (number === -1) return invalid(`the edge between ${pair} is no bridge`);
      if (listed.has(number)) return invalid(`the edge between ${pair} is listed twice`);
      listed.add(number);
    }
    return found.verdict(listed.size, bridges.length);
  },

  picture: ({ N, edges }, chosenEnds) => graphPicture(N, edges, { chosenEnds }),

  solve: ({ N, edges }) => formatEnds(findBridges(N, edges).map((edge) => edges[edge])),
});

/** An edge from each group but the first, in their order, to the groups before it. */
function joinGroups(groupOf: readonly number[], random: Random): [number, number][] {
  const groups: number[][] = [];
  for (const [vertex, group] of groupOf.entries()) {
    groups[group] ??= [];
    groups[group].push(vertex);
  }
  const [first, ...others] = groups.filter((members) => members !== undefined);
  const earlier = [...first];
  return others.map((members) => {
    const edge = toEdge(random.choice(earlier), random.choice(members));
    earlier.push(...members);
    return edge;
  });
}
