import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { RATIOS_TO_THREE, ratioSets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { toEdge } from "../toolkit/graphs/pairs.ts";
import { shortestPaths } from "../toolkit/graphs/shortest-paths.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { compareRatios } from "../toolkit/numbers/ratios.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherEdges } from "../toolkit/random/graphs.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimisingRatio } from "../toolkit/scoring/ratios.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const MAX_N = 300;
const MAX_EDGES = 10_000_000;
/** Weights lie in [1, this times the number of edges asked for]. */
const WEIGHTS_PER_EDGE = 5;

const ratio = minimisingRatio({ beta: 5 });

const Parameters = z
  .object({ N: sizeFrom(3, MAX_N), edge_ratio: z.number().min(0) })
  .check(
    holds(
      "edge_ratio",
      ({ N, edge_ratio }) => N * edge_ratio < MAX_EDGES + 1,
      `must ask for at most ${MAX_EDGES} edges`,
    ),
  );
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, WEIGHTS_PER_EDGE * MAX_EDGES),
  gold_answer: z.tuple([integerFrom(1), integerFrom(1)]),
}).check(
  graph("edges", "N"),
  holds(
    "edges",
    ({ N, edges }) => shortPath(N, edges).length > 1,
    "must hold a path from 0 to N − 1",
  ),
  holds("gold_answer", ({ gold_answer: [most, least] }) => most >= least, "must be at least 1"),
);

type Edge = [u: number, v: number, weight: number];

/** At level 0 four vertices allow few paths: more than a third of the best ones is 0 1 3. */
export const minimumRatioPath = defineEnvironment({
  id: "MinimumRatioPath",
  title: "Path with smallest max/min edge ratio",
  summary:
    "Find a path from 0 to N−1 minimising the ratio of its largest to its smallest edge weight.",
  reward: `${ratio.words}; ${invalidWords()}, ${malformedWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => ratioSets(N, RATIOS_TO_THREE)),

  generate({ N, edge_ratio }, random) {
    const edgeCount = Math.floor(edge_ratio * N);
    const path = [0, ...random.permutation(N - 2, 1), N - 1];
    const planted = path.slice(1).map((vertex, step) => toEdge(path[step], vertex));
    // A single edge from start to end would always have the best ratio, 1.
    const further = randomFurtherEdges(
      N,
      [...planted, [0, N - 1]],
      edgeCount - planted.length,
      random,
    );
    const largest = Math.max(1, WEIGHTS_PER_EDGE * edgeCount);
    const edges = random.shuffle([...planted, ...further]).map(([u, v]): Edge => {
      return [u, v, random.integer(1, largest)];
    });
    return { N, edge_ratio, edges, gold_answer: smallestRatio(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges, { weighted: true })}

Find a path from vertex 0 to vertex ${N - 1} along the edges, so that the largest weight of its edges divided by the smallest weight of its edges is as small as possible. The path may pass vertices and edges more than once.

Answer with the vertices of the path in order, from 0 to ${N - 1} with both included, separated by spaces, like this: 0 ${ANY_NUMBER} ${N - 1}`,

  answer: integerList,

  score(path, { N, edges, gold_answer }) {
    if (path.length === 0) return malformed("no vertex given");
    const fault = findRangeFault(path, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const last = path[path.length - 1];
    if (path[0] !== 0 || last !== N - 1) {
      return invalid(`the path leads from ${path[0]} to ${last}`);
    }
    const edgeBetween = edgeIndex(edges);
    let [most, least] = [0, Number.POSITIVE_INFINITY];
    for (let step = 1; step < path.length; step++) {
      const edge = edgeBetween(path[step - 1], path[step]);
      if (edge === -1) return invalid(`no edge joins ${path[step - 1]} and ${path[step]}`);
      most = Math.max(most, edges[edge][2]);
      least = Math.min(least, edges[edge][2]);
    }
    return ratio.verdict([most, least], gold_answer);
  },

  picture: ({ N, edges }, walk) => graphPicture(N, edges, { walk }),

  solve({ N, edges }) {
    const [most, least] = smallestRatio(N, edges);
    return shortPath(
      N,
      edges.filter(([, , weight]) => weight >= least && weight <= most),
    ).join(" ");
  },
});

/**
 * The largest and the smallest weight on a best path; of best ones the heaviest. Edges are admitted
 * in ascending order, and of those so far the edges of a maximum spanning forest are kept: on it lies
 * the path whose smallest weight is largest. With the weight admitted last it makes a ratio, which is
 * that of a path wherever no earlier one is better. O(E V α).
 */
function smallestRatio(N: number, edges: readonly Edge[]): [most: number, least: number] {
  let best: [number, number] | undefined;
  let forest: Edge[] = []; // heaviest first
  for (const edge of edges.toSorted((a, b) => a[2] - b[2])) {
    const components = new UnionFind(N);
    let least: number | undefined;
    forest = [edge, ...forest].filter(([u, v, weight]) => {
      const isKept = components.unite(u, v);
      if (least === undefined && components.find(0) === components.find(N - 1)) least = weight;
      return isKept;
    });
    if (least === undefined) continue;
    if (best === undefined || compareRatios([edge[2], least], best) <= 0) best = [edge[2], least];
  }
  return best ?? [1, 1];
}

/** A path of few edges from 0 to N − 1; without one, the last vertex alone. */
function shortPath(N: number, edges: readonly Edge[]): number[] {
  const steps = toAdjacency(
    N,
    edges.map(([u, v]) => [u, v]),
  );
  return tracePath(shortestPaths(steps, 0).predecessor, N - 1);
}
