import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { allPairs, toEdge } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_N = 100;

const adjacent = satisfying({ beta: 5, unit: "pairs are adjacent" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, { edges, reference_answer: z.string() }).check(
  graph("edges", ({ N }) => 3 * N),
  holds(
    "edges",
    ({ N, edges }) => cliqueLeft(N, edges).length >= N,
    "must hold a clique of 2N vertices",
  ),
);

/**
 * At level 0 three random vertices of nine are a clique in nearly half of all cases. At level 20, with
 * 69 vertices and up to 2,093 edges, a prompt has up to 18,600 characters.
 */
export const impParty = defineEnvironment({
  id: "ImpParty",
  title: "Clique in a dense graph",
  summary:
    "Find N mutually adjacent vertices in a graph on 3N vertices that hides a clique of size 2N.",
  reward: `${adjacent.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const order = random.permutation(3 * N);
    const [clique, others] = [order.slice(0, 2 * N), order.slice(2 * N)];
    const inner = allPairs(2 * N).map(([a, b]) => toEdge(clique[a], clique[b]));
    const outer = clique.flatMap((member) => others.map((other) => toEdge(member, other)));
    const edges = [...inner, ...random.sample(outer, random.integer(0, outer.length))];
    const reference_answer = random.sample(clique, N).join(" ");
    return { N, edges: random.shuffle(edges), reference_answer };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(3 * N, edges)}
The graph contains a clique of ${2 * N} vertices: an edge joins every two of them.

Find ${N} vertices every two of which are joined by an edge.

Answer with the ${N} vertices in any order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(vertices, { N, edges }) {
    const fault =
      findCountFault(vertices, N, "vertex", "vertices") ?? findIndexFault(vertices, 3 * N);
    if (fault !== undefined) return invalid(fault);
    const edgeBetween = edgeIndex(edges);
    const pairs = allPairs(N);
    const joined = pairs.filter(([a, b]) => edgeBetween(vertices[a], vertices[b]) !== -1);
    return adjacent.verdict(joined.length, pairs.length);
  },

  picture: ({ N, edges }, chosen) => graphPicture(3 * N, edges, { chosen }),

  solve: ({ N, edges }) => cliqueLeft(N, edges).slice(0, N).join(" "),
});

/**
 * What is left when two vertices that no edge joins are taken away together as long as there are
 * such. One of the two at least lies outside the planted clique, and N vertices do, so that at most N
 * pairs go, and N vertices stay. O(N²).
 */
function cliqueLeft(N: number, edges: readonly (readonly [number, number])[]): number[] {
  const edgeBetween = edgeIndex(edges);
  const left: number[] = [];
  for (let vertex = 0; vertex < 3 * N; vertex++) {
    // Those that are left so far form a clique: a stranger among them goes with the new vertex.
    const stranger = left.findIndex((other) => edgeBetween(vertex, other) === -1);
    if (stranger === -1) left.push(vertex);
    else left.splice(stranger, 1);
  }
  return left;
}
