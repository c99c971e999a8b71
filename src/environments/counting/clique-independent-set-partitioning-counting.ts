import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toEdge } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { describeGraph } from "../toolkit/text/edges.ts";

/** Dense graphs of so many vertices have half a million edges. */
const MAX_N = 1_000;

type Edges = readonly (readonly [number, number])[];

interface Graph {
  N: number;
  edges: Edges;
}

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: integerFrom(1),
}).check(
  graph("edges", "N"),
  holds(
    "edges",
    (instance) => splitByDegree(instance) !== undefined,
    "must split into a clique and an independent set",
  ),
);

/**
 * The answer is 3 in all problems of level 0 and 40 % of level 3; later it is often 1, in 40 % at
 * level 20.
 */
export const cliqueIndependentSetPartitioningCounting = defineEnvironment({
  id: "Clique_IndependentSet_Partitioning_Counting",
  title: "Clique and independent set",
  summary:
    "Count ways to split the vertices into a non-empty clique and a non-empty independent set.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const cliqueSize = random.integer(2, N - 1);
    const order = random.permutation(N);
    const [clique, rest] = [order.slice(0, cliqueSize), order.slice(cliqueSize)];
    const across = clique.flatMap((u) => rest.map((v) => toEdge(u, v)));
    const edges = random.shuffle([
      ...clique.flatMap((u, index) => clique.slice(index + 1).map((v) => toEdge(u, v))),
      ...random.sample(across, random.integer(0, across.length)),
    ]);
    return { N, edges, reference_answer: countSplits({ N, edges }) };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

Split all vertices into two sets S and T, both non-empty, so that S is a clique (any two vertices of S are joined by an edge) and T is an independent set (no two vertices of T are joined by an edge). A set of one vertex is both a clique and an independent set.

In how many ways can this be done? Two ways differ if their sets S differ.

Answer with the number of ways as one integer, like this: n`,

  picture: ({ N, edges }) => graphPicture(N, edges),

  ...nearInteger({ beta: 10, least: 0 }, countSplits),
});

interface Split {
  /** Vertices by falling degree; the first `cliqueSize` of them are a clique, the rest independent. */
  readonly order: readonly number[];
  readonly cliqueSize: number;
  readonly degree: readonly number[];
}

/**
 * A split graph's vertices by falling degree: some prefix is a clique whose degrees, together with
 * those of the rest, meet Hammer and Simeone's equation (1981); undefined for other graphs. O(N + E).
 */
function splitByDegree({ N, edges }: Graph): Split | undefined {
  const degree = new Array<number>(N).fill(0);
  for (const [u, v] of edges) {
    degree[u]++;
    degree[v]++;
  }
  const order = Array.from(degree.keys()).sort((u, v) => degree[v] - degree[u]);
  let cliqueSize = 0;
  while (cliqueSize < N && degree[order[cliqueSize]] >= cliqueSize) cliqueSize++;
  const sum = (vertices: readonly number[]) => vertices.reduce((total, v) => total + degree[v], 0);
  const inClique = sum(order.slice(0, cliqueSize));
  const outside = sum(order.slice(cliqueSize));
  return inClique === cliqueSize * (cliqueSize - 1) + outside
    ? { order, cliqueSize, degree }
    : undefined;
}

/**
 * All splits arise from one by moving at most one vertex out of the clique S and one into it: a
 * vertex may leave S if it has no neighbours in T but the one that comes for it, and come if it is
 * joined to all of S but the one that leaves. O(N² + E).
 */
function countSplits({ N, edges }: Graph): number {
  const split = splitByDegree({ N, edges });
  if (split === undefined) throw new Error("not a split graph");
  const { order, cliqueSize, degree } = split;
  const S = order.slice(0, cliqueSize);
  const T = order.slice(cliqueSize);
  const isJoined = new Set(edges.map(([u, v]) => u * N + v));
  const joined = (u: number, v: number) => isJoined.has(Math.min(u, v) * N + Math.max(u, v));
  const isFine = (size: number) => size > 0 && size < N;
  const outer = (s: number) => degree[s] - (cliqueSize - 1);
  let count = isFine(cliqueSize) ? 1 : 0;
  if (isFine(cliqueSize - 1)) count += S.filter((s) => outer(s) === 0).length;
  if (isFine(cliqueSize + 1)) count += T.filter((t) => degree[t] === cliqueSize).length;
  if (!isFine(cliqueSize)) return count;
  for (const s of S) {
    for (const t of T) {
      const edge = joined(s, t) ? 1 : 0;
      if (outer(s) === edge && degree[t] - edge === cliqueSize - 1) count++;
    }
  }
  return count;
}
