import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { directedEdgeIndex } from "../toolkit/graphs/edge-index.ts";
import { MinimumCostNetwork } from "../toolkit/graphs/minimum-cost-flow.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { acyclic, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";

const MAX_N = 100;
const MAX_WEIGHT = MAX_N * (MAX_N - 1);

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_WEIGHT),
  gold_answer: integerFrom(1),
}).check(
  graph("edges", "N", { from: 1, directed: true }),
  acyclic("edges", "N", 1),
  holds(
    "edges",
    ({ N, edges }) =>
      distancesToNearest(toDirectedAdjacency(N + 1, edges), [1])
        .slice(1)
        .every(Number.isFinite),
    "must lead from vertex 1 to every vertex",
  ),
);

type Edge = [from: number, to: number, weight: number];

export const minPathCoverDag = defineEnvironment({
  id: "MinPathCover_DAG",
  title: "Cheapest edge-covering paths in a DAG",
  summary: "Cover every edge of a DAG with paths from vertex 1 of minimum total weight.",
  reward: `${total.words}; ${invalidWords()}, ${unsuccessfulWords("an edge uncovered")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const order = [1, ...random.permutation(N - 1, 2)];
    const edges = order.flatMap((to, place) => {
      if (place === 0) return [];
      const sources = random.sample(order.slice(0, place), random.integer(1, place));
      return sources.map((from): Edge => [from, to, random.integer(1, N * (N - 1))]);
    });
    random.shuffle(edges);
    const passes = cheapestPasses(N, edges);
    return { N, edges, gold_answer: sum(edges.map(([, , weight], at) => weight * passes[at])) };
  },

  prompt: ({ N, edges }) =>
    `${describeDirectedGraph(N, edges, { from: 1, weighted: true })}
The graph has no directed cycle, and every vertex can be reached from vertex 1.

Choose any number of paths, each of which starts at vertex 1, leads along the edges and ends at any vertex, so that every edge lies on at least one of the paths. The weight of a path is the sum of the weights of its edges, and an edge counts each time a path passes it. Make the total weight of all paths as small as possible.

Answer with one line for each path, its vertices in order separated by spaces, like this:
1 i j …
1 k …
…`,

  answer: integerMatrix,

  score(paths, { edges, gold_answer }) {
    const edgeBetween = directedEdgeIndex(edges);
    const covered = new Set<number>();
    let weight = 0;
    for (const path of paths) {
      if (path[0] !== 1) return invalid(`a path starts at ${formatFigure(path[0])}`);
      for (let step = 1; step < path.length; step++) {
        const edge = edgeBetween(path[step - 1], path[step]);
        if (edge === -1) {
          return invalid(`no edge leads from ${path[step - 1]} to ${formatFigure(path[step])}`);
        }
        covered.add(edge);
        weight += edges[edge][2];
      }
    }
    const uncovered = edges.find((_, edge) => !covered.has(edge));
    if (uncovered !== undefined) {
      return unsuccessful(`the edge from ${uncovered[0]} to ${uncovered[1]} is on no path`);
    }
    return total.verdict(weight, gold_answer);
  },

  picture: ({ N, edges }, paths) =>
    graphPicture(N, edges, {
      base: 1,
      directed: true,
      chosenPairs: paths?.flatMap((path) => path.slice(1).map((to, step) => [path[step], to])),
    }),

  solve: ({ N, edges }) => formatRows(toPaths(N, edges, cheapestPasses(N, edges))),
});

/**
 * How often each edge is passed by cheapest paths: once, and further by a flow of minimum cost that
 * brings to every vertex what its edges out have more than its edges in. It comes from vertex 1, or
 * from vertices where once-passed edges let paths end. O(E · flow) at worst; a path may end anywhere,
 * so that every such flow is a set of paths.
 */
function cheapestPasses(N: number, edges: readonly Edge[]): number[] {
  const surplus = new Array<number>(N + 1).fill(0);
  for (const [from, to] of edges) {
    surplus[from]--;
    surplus[to]++;
  }
  surplus[1] = edges.length;
  const [source, sink] = [0, N + 1];
  const network = new MinimumCostNetwork(N + 2);
  for (const [from, to, weight] of edges) network.addEdge(from, to, edges.length, weight);
  for (let vertex = 1; vertex <= N; vertex++) {
    if (surplus[vertex] > 0) network.addEdge(source, vertex, surplus[vertex], 0);
    if (surplus[vertex] < 0) network.addEdge(vertex, sink, -surplus[vertex], 0);
  }
  network.send(source, sink);
  return edges.map((_, edge) => 1 + network.flowThrough(edge));
}

/** The passes as paths from vertex 1, each as long as passes are left. */
function toPaths(N: number, edges: readonly Edge[], passes: readonly number[]): number[][] {
  const adjacency = toDirectedAdjacency(N + 1, edges);
  const left = [...passes];
  const paths: number[][] = [];
  const nextOf = (vertex: number) => adjacency[vertex].find(({ edge }) => left[edge] > 0);
  while (nextOf(1) !== undefined) {
    const path = [1];
    for (let next = nextOf(1); next !== undefined; next = nextOf(next.to)) {
      left[next.edge]--;
      path.push(next.to);
    }
    paths.push(path);
  }
  return paths;
}
