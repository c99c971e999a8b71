import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

const LEAST_N = 6;
/** Keeps every accepted draw within some tens of milliseconds. */
const LARGEST_MAX_N = 1_000;

/** The one N for which no asymmetric tree can take up the vertices that are left over. */
const EXCEPTION = { N: 6, edges: 9 };

const Parameters = z.object({ MAX_N: sizeFrom(LEAST_N, LARGEST_MAX_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(LEAST_N, LARGEST_MAX_N),
  reference_answer: integerFrom(0),
}).check(holds("N", ({ N, MAX_N }) => N <= MAX_N, "must be at most MAX_N"));

/** N is all that distinguishes problems: there are 5 of them at level 0, 11 at level 3, 31 at level 10. */
export const mostNumEdgeNonSelfIsomorphism = defineEnvironment({
  id: "MostNumEdge_NonSelfIsomorphism",
  title: "Densest asymmetric graph",
  summary:
    "Find the maximum number of edges of a graph on N vertices without non-trivial automorphism.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 10 }),

  generate({ MAX_N }, random) {
    const N = random.integer(LEAST_N, MAX_N);
    return { MAX_N, N, reference_answer: mostEdges(N) };
  },

  prompt: ({ N }) =>
    `A simple undirected graph is called asymmetric if the identity is the only permutation of its vertices that maps edges to edges and non-edges to non-edges.

What is the largest number of edges of an asymmetric graph with ${N} vertices?

Answer with the number of edges as one integer, like this: m`,

  ...exactInteger(({ N }: { N: number }) => mostEdges(N)),
});

/**
 * The most edges of an asymmetric graph: the complement of a sparsest one, which is a forest of as
 * many different asymmetric trees as fit; the vertices left over enlarge one of them.
 */
function mostEdges(N: number): number {
  if (N === EXCEPTION.N) return EXCEPTION.edges;
  let left = N;
  let trees = 0;
  for (const [index, count] of asymmetricTrees(N).entries()) {
    const size = index + 1;
    const taken = Math.min(Math.floor(left / size), count);
    trees += taken;
    left -= size * taken;
  }
  return (N * (N - 1)) / 2 - N + trees;
}

/**
 * The numbers of asymmetric unrooted trees of 1, 2, … vertices, up to where all `limit` vertices
 * are surely used up; numbers above `limit` are given as `limit`. A rooted asymmetric tree is a root
 * with a set of different rooted asymmetric trees. An unrooted one is counted by its centroid: a
 * vertex whose branches have less than half of the vertices each, or an edge between two different
 * halves.
 */
function asymmetricTrees(limit: number): number[] {
  const counts: number[] = [];
  /** Of j vertices, the sets of different rooted trees of at most `size − 1` vertices each. */
  let forests = new Array<number>(limit + 1).fill(0).with(0, 1);
  const capped: number[][] = [forests];
  const rooted = [0];
  let used = 0;
  for (let size = 1; used < limit && size <= limit; size++) {
    // Branches of less than half of the vertices.
    const centred = capped[Math.floor((size - 1) / 2)][size - 1];
    const half = size % 2 === 0 ? rooted[size / 2] : 0;
    counts.push(Math.min(limit, centred + (half * (half - 1)) / 2));
    used += size * counts[size - 1];
    rooted.push(forests[size - 1]);
    forests = withTrees(forests, size, rooted[size]);
    capped.push(forests);
  }
  return counts;
}

/** The numbers of forests that also take some of `count` different trees of `size` vertices. */
function withTrees(forests: readonly number[], size: number, count: number): number[] {
  return forests.map((_, vertices) => {
    let total = 0;
    let choices = 1;
    for (let taken = 0; taken * size <= vertices && taken <= count; taken++) {
      total += choices * forests[vertices - taken * size];
      choices = (choices * (count - taken)) / (taken + 1);
    }
    return total;
  });
}
