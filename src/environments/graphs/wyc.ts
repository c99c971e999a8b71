import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";

const VERTEX_COUNTS = [2, 3, 4, 5, 6, 7, 8];

const LARGEST_N = 20;
/** Level 20 has 5,242,880. The bound keeps products of two capped counts below 2^53. */
const LARGEST_MAX_K = 50_000_000;

const MAX_WEIGHT = 3;

const Parameters = z.object({
  N: sizeFrom(2, LARGEST_N),
  MAX_K: sizeFrom(1, LARGEST_MAX_K),
});
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_WEIGHT),
  K: integerFrom(1, LARGEST_MAX_K),
  reference_answer: integerFrom(1),
}).check(
  graph("edges", "N", { from: 1, directed: true, parallel: true }),
  holds(
    "edges",
    ({ N, edges }) => edges.length > 0 && edges.length <= N * (N - 1),
    "must be from 1 to N (N − 1)",
  ),
  holds("K", (task) => weightBySquaring(task) !== undefined, "must not exceed the number of walks"),
);

type Edge = [from: number, to: number, weight: number];

/** What defines a problem. */
interface Task {
  readonly N: number;
  readonly edges: readonly Edge[];
  readonly K: number;
}

/**
 * The number of walks grows exponentially with their weight, so that answers are small: at level
 * 0, with K up to 5, most are 1.
 */
export const wyc = defineEnvironment({
  id: "WYC",
  title: "K-th lightest walk",
  summary:
    "Give the total weight of the K-th walk when all walks of a directed graph are sorted by weight.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    5,
    (MAX_K) => 2 * MAX_K,
    (MAX_K) => VERTEX_COUNTS.map((N) => ({ N, MAX_K })),
  ),

  generate({ N, MAX_K }, random) {
    return redrawUntil(() => {
      const edges = Array.from({ length: random.integer(1, N * (N - 1)) }, () => {
        return drawEdge(N, random);
      });
      const K = random.integer(1, MAX_K);
      const reference_answer = weightBySquaring({ N, edges, K });
      return reference_answer === undefined ? undefined : { N, MAX_K, edges, K, reference_answer };
    });
  },

  prompt: ({ N, edges, K }) =>
    `${describeDirectedGraph(N, edges, { from: 1, weighted: true })}
Equal lines, if there are any, are separate edges.

A walk passes one or more edges, each of which starts where the one before ends; it may start at any vertex, end at any vertex, and pass vertices and edges more than once. Two walks differ if their sequences of edges differ. The weight of a walk is the sum of the weights of its edges, and an edge counts each time the walk passes it.

All walks are sorted by weight, the lightest first. What is the weight of walk number ${K}, counted from 1?

Answer with the weight as one integer, like this: w`,

  ...nearInteger({ beta: 10, least: 1 }, weightByWeights),

  picture: ({ N, edges }) => graphPicture(N, edges, { base: 1, directed: true }),
});

function drawEdge(N: number, random: Random): Edge {
  const [from, to] = random.distinctIntegers(2, 1, N);
  return [from, to, random.integer(1, MAX_WEIGHT)];
}

/**
 * The weight of the K-th walk, undefined if there are fewer walks. A row holds, for each vertex, how
 * many walks of weight x end there, the same for x − 1 and x − 2, and how many have a weight up to x;
 * a matrix leads from x to x + 1. Its powers of two are applied from the largest down as long as fewer
 * than K walks are counted. Walks of no edge count once for each vertex, and all counts are capped
 * just above what is looked for. On a cycle the j-th walk weighs 3j at most, which bounds the search.
 * O(N³ log K).
 */
function weightBySquaring({ N, edges, K }: Task): number | undefined {
  const size = 3 * N + 1;
  const total = size - 1;
  const sought = K + N;
  const step = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let place = 0; place < 2 * N; place++) step[place][place + N]++;
  step[total][total] = 1;
  for (const [from, to, weight] of edges) {
    const row = step[from - 1 + N * (weight - 1)];
    row[to - 1]++;
    row[total]++;
  }
  const powers = [step];
  while (2 ** powers.length <= MAX_WEIGHT * K) {
    const last = powers[powers.length - 1];
    powers.push(last.map((row) => multiplyCapped(row, last, sought)));
  }
  let counts = new Array<number>(size).fill(0).fill(1, 0, N);
  counts[total] = N;
  let weight = 0;
  for (let power = powers.length - 1; power >= 0; power--) {
    const next = multiplyCapped(counts, powers[power], sought);
    if (next[total] >= sought) continue;
    counts = next;
    weight += 2 ** power;
  }
  return weight < MAX_WEIGHT * K ? weight + 1 : undefined;
}

function multiplyCapped(
  row: readonly number[],
  matrix: readonly (readonly number[])[],
  cap: number,
): number[] {
  const product = new Array<number>(row.length).fill(0);
  for (const [place, factor] of row.entries()) {
    if (factor === 0) continue;
    const other = matrix[place];
    for (let column = 0; column < product.length; column++) {
      product[column] = Math.min(cap, product[column] + factor * other[column]);
    }
  }
  return product;
}

/** The same by counting the walks of each weight in turn: O(answer · E), at most O(K E). */
function weightByWeights({ N, edges, K }: Task): number {
  // Only the last weights are kept: weight x stands at x modulo 4.
  const counts = Array.from({ length: MAX_WEIGHT + 1 }, () => new Float64Array(N + 1));
  counts[0].fill(1, 1);
  let total = 0;
  for (let weight = 1; ; weight++) {
    const now = counts[weight % counts.length].fill(0);
    for (const [from, to, edgeWeight] of edges) {
      if (weight < edgeWeight) continue;
      now[to] = Math.min(K, now[to] + counts[(weight - edgeWeight) % counts.length][from]);
    }
    for (const count of now) total += count;
    if (total >= K) return weight;
  }
}
