import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countArcs } from "../toolkit/graphs/density.ts";
import { directedEdgeIndex } from "../toolkit/graphs/edge-index.ts";
import { minimumArborescence } from "../toolkit/graphs/minimum-arborescence.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { noteAt } from "../toolkit/pictures/marks.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { chosenEdges } from "../toolkit/scoring/chosen-edges.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];

const MAX_N = 300;
/** Weights lie in [1, number of edges]. */
const MAX_WEIGHT = MAX_N ** 2;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_WEIGHT),
  root: integerFrom(0),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  within("root", 0, ({ N }) => N - 1),
  graph("edges", "N", { directed: true }),
  holds(
    "edges",
    ({ N, edges, root }) =>
      distancesToNearest(toDirectedAdjacency(N, edges), [root]).every(Number.isFinite),
    "must lead from the root to every vertex",
  ),
);

type Edge = [from: number, to: number, weight: number];

/** At level 20 a prompt has up to some 2,800 edges, about 40,000 characters. */
export const minimumDirectedSpanningTree = defineEnvironment({
  id: "MinimumDirectedSpanningTree",
  title: "Minimum spanning arborescence",
  summary:
    "Select N−1 directed edges forming a minimum-weight spanning arborescence from a given root.",
  reward: `${total.words}; ${invalidWords()}, ${malformedWords("odd count")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) =>
    EDGE_DENSITIES.filter((density) => countArcs(N, density) > N - 1).map((edge_density) => ({
      N,
      edge_density,
    })),
  ),

  generate({ N, edge_density }, random) {
    const edgeCount = countArcs(N, edge_density);
    const order = random.permutation(N);
    const tree = order.slice(1).map((to, earlier) => [order[random.integer(0, earlier)], to]);
    const further = randomFurtherArcs(N, tree, edgeCount - tree.length, random);
    const edges = random.shuffle([...tree, ...further]).map(([from, to]): Edge => {
      return [from, to, random.integer(1, Math.max(1, edgeCount))];
    });
    const chosen = lightestTree(N, edges, order[0]);
    return {
      N,
      edge_density,
      edges,
      root: order[0],
      gold_answer: sum(chosen.map(([, , weight]) => weight)),
      reference_answer: formatEnds(chosen),
    };
  },

  prompt: ({ N, edges, root }) =>
    `${describeDirectedGraph(N, edges, { weighted: true })}

Choose ${N - 1} of these edges along which every vertex can be reached from vertex ${root}, with a total weight as small as possible.

The edges may stand in any order. Answer with the two ends of each chosen edge, first the one it leads from and then the one it leads to, one edge after the other, as ${2 * (N - 1)} integers separated by spaces, like this: ${placeholderEnds(N - 1)}`,

  answer: integerList,

  score(ends, { N, edges, root, gold_answer }) {
    const fault = findCountFault({ length: Math.floor(ends.length / 2) }, N - 1, "edge");
    if (ends.length % 2 === 0 && fault !== undefined) return invalid(fault);
    const chosen = chosenEdges(ends, directedEdgeIndex(edges));
    if (!Array.isArray(chosen)) return chosen;
    // N − 1 edges without a cycle, none into the root and no two into one vertex, lead everywhere.
    const components = new UnionFind(N);
    const isEntered = new Array<boolean>(N).fill(false);
    isEntered[root] = true;
    for (const edge of chosen) {
      const [from, to] = edges[edge];
      if (isEntered[to] || !components.unite(from, to)) {
        return invalid(`the edge from ${from} to ${to} reaches no further vertex from ${root}`);
      }
      isEntered[to] = true;
    }
    return total.verdict(sum(chosen.map((edge) => edges[edge][2])), gold_answer);
  },

  picture: ({ N, edges, root }, chosenEnds) =>
    graphPicture(N, edges, { directed: true, notes: noteAt([root], "root", N), chosenEnds }),

  solve: ({ N, edges, root }) => formatEnds(lightestTree(N, edges, root)),
});

/** The edges of a minimum spanning arborescence. O(V E). */
function lightestTree(N: number, edges: readonly Edge[], root: number): Edge[] {
  return (minimumArborescence(N, edges, root) ?? []).map((edge) => edges[edge]);
}
