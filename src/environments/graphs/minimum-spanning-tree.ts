import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { countEdges } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { minimised } from "../toolkit/scoring/former.ts";
import { invalid, malformed } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";

const BETA = 5;
const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];

/** Both ends (the smaller first) and the weight. */
const Edge = z.tuple([z.int(), z.int(), z.int()]);
type Edge = z.infer<typeof Edge>;

const Parameters = z.object({ N: z.int().min(3), edge_density: z.number().min(0).max(1) });
const Instance = Parameters.extend({
  edges: z.array(Edge),
  gold_answer: z.int().min(1),
  reference_answer: z.string(),
});

export const minimumSpanningTree = defineEnvironment({
  id: "MinimumSpanningTree",
  title: "Minimum spanning tree",
  summary: "Select N−1 edges forming a spanning tree of minimum total weight.",
  reward: "(best/value)^5; invalid −0.5, odd count −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 4 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) =>
      EDGE_DENSITIES.filter((edge_density) => countEdges(N, edge_density) > N - 1).map(
        (edge_density) => ({ N, edge_density }),
      ),
  ),

  generate({ N, edge_density }, random) {
    const edgeCount = countEdges(N, edge_density);
    const edges = randomConnectedGraph(N, edgeCount, random).map(([u, v]): Edge => {
      return [u, v, random.integer(1, Math.max(1, edgeCount))];
    });
    const tree = lightestTree(N, edges);
    return {
      N,
      edge_density,
      edges,
      gold_answer: sum(tree.map(([, , weight]) => weight)),
      reference_answer: formatEnds(tree),
    };
  },

  prompt: ({ N, edges }) =>
    `An undirected graph has ${N} vertices, numbered from 0 to ${N - 1}, and ${edges.length} weighted edges. Each line (u, v, w) below is an edge between the vertices u and v of weight w:
${formatLines(edges, (edge) => `(${edge.join(", ")})`)}

Choose ${N - 1} of these edges that connect all the vertices (a spanning tree), with a total weight as small as possible.

Answer with the two ends of each chosen edge, one edge after the other, as ${2 * (N - 1)} integers on one line, separated by spaces, like this: u1 v1 u2 v2 …
The edges may stand in any order, and so may the two ends of an edge.`,

  answer: integerList,

  score(ends, { N, edges, gold_answer }) {
    if (ends.length % 2 === 1) return malformed(`${ends.length} integers do not form pairs`);
    if (ends.length !== 2 * (N - 1)) return invalid(`${ends.length / 2} edges, not ${N - 1}`);
    const edgeBetween = edgeIndex(edges);
    const components = new UnionFind(N);
    let weight = 0;
    for (let place = 0; place < ends.length; place += 2) {
      const [u, v] = [ends[place], ends[place + 1]];
      const edge = edgeBetween(u, v);
      if (edge === -1) return invalid(`no edge joins ${formatFigure(u)} and ${formatFigure(v)}`);
      // N − 1 edges without a cycle connect all N vertices, and only they do.
      if (!components.unite(u, v)) return invalid(`the edge ${u} ${v} closes a cycle`);
      weight += edges[edge][2];
    }
    return minimised(weight, gold_answer, BETA);
  },

  solve: ({ N, edges }) => formatEnds(lightestTree(N, edges)),
});

function formatEnds(edges: readonly Edge[]): string {
  return edges.map(([u, v]) => `${u} ${v}`).join(" ");
}

/** The edges of a minimum spanning tree: Kruskal, O(E log E). */
function lightestTree(N: number, edges: readonly Edge[]): Edge[] {
  const components = new UnionFind(N);
  return edges.toSorted((a, b) => a[2] - b[2]).filter(([u, v]) => components.unite(u, v));
}
