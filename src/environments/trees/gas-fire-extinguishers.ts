import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { oncePer } from "../toolkit/scoring/once-per.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { longestPath } from "../toolkit/trees/longest-path.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

/** The lists of vertices in reach may hold N² numbers. */
const MAX_N = 500;

const units = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  K: integerFrom(1),
  valid_P: integerRowsFrom(0),
  S: integerFrom(1),
  gold_answer: integerFrom(1),
}).check(
  tree("edges", "N"),
  within("K", 1, "N"),
  within("S", 1, "N"),
  lengths("N", "valid_P"),
  holds(
    "valid_P",
    ({ N, edges, K, valid_P }) =>
      verticesInReach(N, edges, K).every((reach, u) => reach.join() === valid_P[u].join()),
    "must list, for each vertex, those within the distance K, ascending",
  ),
);

// Trees of level 0 have 3 vertices: one that serves all is right in two fifths of the cases.
export const gasFireExtinguishers = defineEnvironment({
  id: "GasFireExtinguishers",
  title: "Fire extinguishers on a tree",
  summary:
    "Assign each tree vertex a server within distance K, minimising total capacity-S units placed.",
  reward: `${units.words}; ${invalidWords("wrong length or out of reach")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random));
    const diameter = longestPath(toAdjacency(N, edges), 0).length;
    const K = random.integer(1, Math.max(1, Math.floor(diameter / 2)));
    const valid_P = verticesInReach(N, edges, K);
    const S = random.integer(2, Math.max(2, Math.floor(N / K)));
    const gold_answer = countUnits(fewestUnits(N, edges, K, S), S);
    return { N, edges, K, valid_P, S, gold_answer };
  },

  prompt: ({ N, edges, K, S }) =>
    `${describeTree(N, edges)}

For each vertex u, choose a vertex P[u] whose distance from u is at most ${K}; it may be u itself. The distance between two vertices is the number of edges on the path between them. If C[v] is the number of vertices u with P[u] = v, the vertex v needs ⌈C[v]/${S}⌉ units, that is C[v]/${S} rounded up to an integer. Make the total number of units, over all vertices v, as small as possible.

Answer with the ${N} numbers P[0] to P[${N - 1}] in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(P, { N, valid_P, S, gold_answer }) {
    const fault = findCountFault(P, N);
    if (fault !== undefined) return invalid(fault);
    const inReach = reachOf(valid_P);
    const stray = P.findIndex((v, u) => !inReach[u].has(v));
    if (stray !== -1) return invalid(`${formatFigure(P[stray])} is not in reach of ${stray}`);
    return units.verdict(countUnits(P, S), gold_answer);
  },

  picture: ({ N, edges }, groups) => treePicture(N, edges, { groups }),

  solve: ({ N, edges, K, S }) => fewestUnits(N, edges, K, S).join(" "),
});

const reachOf = oncePer((valid_P: readonly (readonly number[])[]) =>
  valid_P.map((reach) => new Set(reach)),
);

function verticesInReach(N: number, edges: readonly Edge[], K: number): number[][] {
  const adjacency = toAdjacency(N, edges);
  return adjacency.map((_, u) => {
    const distances = distancesToNearest(adjacency, [u], K);
    return [...distances.keys()].filter((v) => distances[v] <= K);
  });
}

function countUnits(P: readonly number[], S: number): number {
  return sum([...tally(P).values()].map((count) => Math.ceil(count / S)));
}

/** Units at a vertex, with what is left of their capacity. */
interface Spare {
  readonly at: number;
  left: number;
}

/**
 * Greedy from the leaves up: units are placed only for vertices that a server farther up would not
 * reach; what is left of their capacity goes to vertices that it just reaches, or reaches but for
 * one step, since nearer ones may wait for a server farther up. O(N·K) steps.
 */
function fewestUnits(N: number, edges: readonly Edge[], K: number, S: number): number[] {
  const { order, parent } = rootTree(toAdjacency(N, edges), 0);
  const P = new Array<number>(N).fill(0);
  // By their depth below a vertex: vertices without a server, and spare capacity.
  const waiting = P.map((): number[][] => Array.from({ length: K + 2 }, () => []));
  const spare = P.map((): Spare[][] => Array.from({ length: K + 2 }, () => []));
  const serve = (vertices: number[], servers: Spare[]): void => {
    while (vertices.length > 0 && servers.length > 0) {
      const server = servers[servers.length - 1];
      P[vertices.pop() ?? 0] = server.at;
      if (--server.left === 0) servers.pop();
    }
  };
  const place = (vertices: number[], at: number): Spare[] => {
    const left = Math.ceil(vertices.length / S) * S - vertices.length;
    for (const vertex of vertices) P[vertex] = at;
    return left > 0 ? [{ at, left }] : [];
  };

  for (const u of order.toReversed()) {
    const [unserved, servers] = [waiting[u], spare[u]];
    unserved[0].push(u);
    servers[0].push(...place(unserved[K], u));
    unserved[K] = [];
    for (let i = 0; i <= K; i++) serve(unserved[i], servers[K - i]);
    for (let i = 0; i < K; i++) serve(unserved[i], servers[K - 1 - i]);
    if (u === order[0]) {
      for (let i = 0; i <= K; i++) {
        for (let j = 0; i + j <= K; j++) serve(unserved[i], servers[j]);
      }
      place(unserved.flat(), u);
    } else {
      for (let depth = 0; depth < K; depth++) {
        waiting[parent[u]][depth + 1].push(...unserved[depth]);
        spare[parent[u]][depth + 1].push(...servers[depth]);
      }
    }
  }
  return P;
}
