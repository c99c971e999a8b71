import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { adjacencyMatrix, type MatrixRows } from "../toolkit/answer-forms/adjacency-matrices.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearness } from "../toolkit/scoring/nearness.ts";
import {
  correct,
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
} from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const LEAST_K = 3;
const LARGEST_MAX_K = 10 ** 12;
/** From here on the number of vertices is bounded. */
const LEAST_BOUNDED_K = 12;

const near = nearness({ beta: 10 });

const Parameters = z.object({ MAX_K: sizeFrom(LEAST_K, LARGEST_MAX_K) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(LEAST_K, LARGEST_MAX_K),
  N_constraint: integer.optional(),
}).check(
  holds(
    "N_constraint",
    ({ K, N_constraint }) => N_constraint === vertexBound(K),
    ({ K }) => `must be ${vertexBound(K) ?? "left out"} for this K`,
  ),
);

/** K is all that distinguishes problems: there are 10 of them at level 0, 38 at level 3. */
export const shortestPathCountConstruction = defineEnvironment({
  id: "ShortestPathCountConstruction",
  title: "Graph with K shortest paths",
  summary:
    "Build a simple undirected graph having exactly K shortest paths between vertices 1 and 2.",
  reward: `${near.words}; ${invalidWords("too many vertices")}, ${malformedWords("one vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_K: LEAST_BOUNDED_K }, ({ MAX_K }) => ({
    MAX_K: Math.floor(MAX_K * 1.5),
  })),

  generate({ MAX_K }, random) {
    const K = random.integer(LEAST_K, MAX_K);
    const N_constraint = vertexBound(K);
    return N_constraint === undefined ? { MAX_K, K } : { MAX_K, K, N_constraint };
  },

  prompt: ({ K, N_constraint }) =>
    `Build an undirected graph whose vertices are numbered from 1 to N, with at most one edge between two vertices and no edge from a vertex to itself, in which there are exactly ${K} shortest paths from vertex 1 to vertex 2: among all paths from vertex 1 to vertex 2, exactly ${K} have the least number of edges. ${
      N_constraint === undefined
        ? "You choose N, at least 2."
        : `You choose N, at least 2 and less than ${N_constraint}.`
    }

Answer with N on the first line, followed by N lines of N letters each, without separators: the j-th letter of the i-th of these lines is Y if an edge joins vertices i and j, and N if not. So the i-th letter of the i-th line is N, and the j-th letter of the i-th line is the i-th of the j-th. For example, a triangle is given like this:
3
NYY
YNY
YYN`,

  answer: adjacencyMatrix,

  score(rows, { K, N_constraint }) {
    const N = rows.length;
    if (N < 2) return malformed(`${formatCount(N, "vertex", "vertices")} instead of 2 or more`);
    if (N_constraint !== undefined && N >= N_constraint) {
      return invalid(`${N} vertices, not less than ${N_constraint}`);
    }
    const count = countShortestPaths(rows);
    if (count === BigInt(K)) return correct();
    const { reward } = near.verdict(count, BigInt(K));
    return partial(reward, `${formatFigure(count)} shortest paths instead of ${K}`);
  },

  solve: ({ K }) => {
    const rows = graphWithPaths(K);
    return [rows.length, ...rows].join("\n");
  },
});

/** Fewer vertices than this are asked for, where there is such a rule. */
function vertexBound(K: number): number | undefined {
  return K < LEAST_BOUNDED_K ? undefined : Math.min(6 * K.toString(2).length + 4, K + 2);
}

/** Breadth-first, O(N²); 0 where vertex 2 is not reached. */
function countShortestPaths(rows: MatrixRows): bigint {
  const depth = new Array<number>(rows.length).fill(-1);
  const paths = new Array<bigint>(rows.length).fill(0n);
  depth[0] = 0;
  paths[0] = 1n;
  const queue = [0];
  for (const vertex of queue) {
    if (vertex === 1) break;
    for (let other = 0; other < rows.length; other++) {
      if (rows[vertex][other] !== "Y") continue;
      if (depth[other] === -1) {
        depth[other] = depth[vertex] + 1;
        queue.push(other);
      }
      if (depth[other] === depth[vertex] + 1) paths[other] += paths[vertex];
    }
  }
  return paths[1];
}

/**
 * A graph of 3b vertices for a K of b binary digits: in layers of two vertices each, completely
 * joined, 2^i paths lead to each vertex of the i-th layer; a chain towards vertex 2 takes them up
 * from one vertex of each layer whose bit is set in K.
 */
function graphWithPaths(K: number): string[] {
  const bits = [...K.toString(2)].reverse();
  const b = bits.length;
  // Vertices from 0: the two ends, then the layers, then the chain.
  const layer = (i: number) => 2 + 2 * i;
  const chain = (i: number) => (i < b ? 2 + 2 * b + i - 1 : 1);
  const rows = Array.from({ length: 2 + 2 * b + b - 1 }, () => new Array<string>(0));
  const N = rows.length;
  for (const row of rows) row.push(...new Array<string>(N).fill("N"));
  const join = (u: number, v: number) => {
    rows[u][v] = "Y";
    rows[v][u] = "Y";
  };
  join(0, layer(0));
  join(0, layer(0) + 1);
  for (let i = 0; i + 1 < b; i++) {
    for (const from of [layer(i), layer(i) + 1]) {
      join(from, layer(i + 1));
      join(from, layer(i + 1) + 1);
    }
    join(chain(i + 1), chain(i + 2));
  }
  for (const [i, bit] of bits.entries()) if (bit === "1") join(layer(i), chain(i + 1));
  return rows.map((row) => row.join(""));
}
