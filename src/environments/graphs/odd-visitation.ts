import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { ratioSets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { randomLabelledTree } from "../toolkit/random/trees.ts";
import { connected, edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_RATIOS = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2];

const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_ratio: z.number().min(0).max(MAX_N) });
const Instance = instanceOf(Parameters, { edges, reference_answer: z.string() }).check(
  graph("edges", "N"),
  connected("edges", "N"),
);

/** At level 0 every graph is a triangle. */
export const oddVisitation = defineEnvironment({
  id: "OddVisitation",
  title: "Odd-visit walk",
  summary: "Find a walk in a connected graph that visits every vertex an odd number of times.",
  reward: `${EXACT_WORDS}; ${invalidWords("no walk")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) => ratioSets(N, EDGE_RATIOS)),

  generate({ N, edge_ratio }, random) {
    const tree = randomLabelledTree(N, random);
    const edges = randomConnectedGraph(N, Math.floor(N * edge_ratio), random, tree);
    return { N, edge_ratio, edges, reference_answer: oddWalk(N, edges).join(" ") };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

Find a walk of any length that visits every vertex an odd number of times. A walk is a sequence of vertices in which an edge joins each vertex and the next; it may start and end anywhere and pass vertices and edges repeatedly. Each time a vertex stands in the sequence counts as a visit, the first and the last vertex included.

Answer with the vertices of the walk in order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(walk, { N, edges }) {
    const fault = findRangeFault(walk, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const edgeBetween = edgeIndex(edges);
    const visits = new Array<number>(N).fill(0);
    for (const [step, vertex] of walk.entries()) {
      if (step > 0 && edgeBetween(walk[step - 1], vertex) === -1) {
        return invalid(`no edge joins ${walk[step - 1]} and ${vertex}`);
      }
      visits[vertex]++;
    }
    const even = visits.findIndex((count) => count % 2 === 0);
    return exact(even === -1, `${even} is visited ${visits[even]} times`);
  },

  picture: ({ N, edges }, walk) => graphPicture(N, edges, { walk }),

  solve: ({ N, edges }) => oddWalk(N, edges).join(" "),
});

/**
 * A walk around a spanning tree: on the way back from a child that has been visited an even number
 * of times, the walk steps into it once more and back. Only the root may then be left with an even
 * number of visits; it is the last vertex of the walk, which is dropped in that case. O(V + E).
 */
function oddWalk(N: number, edges: readonly (readonly number[])[]): number[] {
  const adjacency = toAdjacency(N, edges);
  const isReached = new Array<boolean>(N).fill(false);
  const visits = new Array<number>(N).fill(0);
  const walk: number[] = [];
  function visit(vertex: number): void {
    walk.push(vertex);
    visits[vertex]++;
  }
  const path = [{ vertex: 0, next: 0 }];
  isReached[0] = true;
  visit(0);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const neighbour = adjacency[top.vertex][top.next++];
    if (neighbour === undefined) {
      path.pop();
      const parent = path.at(-1);
      if (parent === undefined) break;
      visit(parent.vertex);
      if (visits[top.vertex] % 2 === 0) {
        visit(top.vertex);
        visit(parent.vertex);
      }
    } else if (!isReached[neighbour.to]) {
      isReached[neighbour.to] = true;
      visit(neighbour.to);
      path.push({ vertex: neighbour.to, next: 0 });
    }
  }
  return visits[0] % 2 === 0 ? walk.slice(0, -1) : walk;
}
