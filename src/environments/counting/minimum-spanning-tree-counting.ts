import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { determinant, determinantModulo } from "../toolkit/numbers/matrices.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { describeGraph } from "../toolkit/text/edges.ts";

const MAX_MOD = 10_000;
/** Weights are from 1 to max(1, ⌊edge_ratio · N / WEIGHT_RANGE_DIVISOR⌋) + 1. */
const WEIGHT_RANGE_DIVISOR = 10;
/** Edges a vertex: 1.0, 1.1, …, 5.0. */
const EDGE_RATIOS = Array.from({ length: 41 }, (_, step) => (10 + step) / 10);
/** Solving takes exact determinants. */
const MAX_N = 150;

const Parameters = z.object({
  N: sizeFrom(3, MAX_N),
  edge_ratio: z.number().positive().max(MAX_N),
});
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(graph("edges", "N"), connected("edges", "N"));

type Edges = readonly (readonly [number, number, number])[];

interface Graph {
  N: number;
  edges: Edges;
  MOD: number;
}

/** At level 0 the answer is 1, 2 or 3 in nearly 80 % of the problems. */
export const minimumSpanningTreeCounting = defineEnvironment({
  id: "MinimumSpanningTreeCounting",
  title: "Count the minimum spanning trees",
  summary: "Count the minimum spanning trees of a weighted graph modulo a given number.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 4 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) =>
      EDGE_RATIOS.filter((ratio) => Math.floor(N * ratio) <= Math.floor((N * (N - 1)) / 2)).map(
        (edge_ratio) => ({ N, edge_ratio }),
      ),
  ),

  generate({ N, edge_ratio }, random) {
    const heaviest = Math.max(1, Math.floor((edge_ratio * N) / WEIGHT_RANGE_DIVISOR)) + 1;
    const edges = randomConnectedGraph(N, Math.floor(edge_ratio * N), random).map(
      ([u, v]): [number, number, number] => [u, v, random.integer(1, heaviest)],
    );
    const MOD = random.integer(2, MAX_MOD);
    return { N, edge_ratio, edges, MOD, reference_answer: countTrees({ N, edges, MOD }) };
  },

  prompt: ({ N, edges, MOD }) =>
    `${describeGraph(N, edges, { weighted: true })}

A spanning tree consists of ${N - 1} of the edges that connect all vertices. How many spanning trees have the smallest total weight that a spanning tree can have? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  picture: ({ N, edges }) => graphPicture(N, edges),

  ...exactRemainder("MOD", ({ N, edges, MOD }: Graph) =>
    Number(countExactly(N, edges) % BigInt(MOD)),
  ),
});

/**
 * Kruskal's algorithm: edges of one weight join the components that lighter ones have made, in any of
 * the ways in which they span the graph of these components; the numbers are independent. Each is a
 * determinant by the matrix-tree theorem (Kirchhoff), modulo any number by Euclid's steps. O(N³).
 */
function countTrees({ N, edges, MOD }: Graph): number {
  const factors = laplaciansByWeight(N, edges).map((matrix) => determinantModulo(matrix, MOD));
  return factors.reduce((product, factor) => multiplyModulo(product, factor, MOD), 1 % MOD);
}

/** The same with exact determinants. */
function countExactly(N: number, edges: Edges): bigint {
  const factors = laplaciansByWeight(N, edges).map((matrix) =>
    determinant(matrix.map((row) => row.map(BigInt))),
  );
  return factors.reduce((product, factor) => product * factor, 1n);
}

/**
 * For each weight, and each set of components that its edges join to one, the Laplacian of the graph
 * of these components without its last row and column.
 */
function laplaciansByWeight(N: number, edges: Edges): number[][][] {
  const laplacians: number[][][] = [];
  const components = new UnionFind(N);
  const weights = [...new Set(edges.map(([, , weight]) => weight))].sort((a, b) => a - b);
  for (const weight of weights) {
    const joins = edges
      .filter((edge) => edge[2] === weight)
      .map(([u, v]) => [components.find(u), components.find(v)])
      .filter(([a, b]) => a !== b);
    for (const [a, b] of joins) components.unite(a, b);
    const pieces = new Map<number, (readonly number[])[]>();
    for (const join of joins) {
      const piece = components.find(join[0]);
      pieces.set(piece, [...(pieces.get(piece) ?? []), join]);
    }
    for (const piece of pieces.values()) laplacians.push(reducedLaplacian(piece));
  }
  return laplacians;
}

function reducedLaplacian(joins: readonly (readonly number[])[]): number[][] {
  const vertices = [...new Set(joins.flat())];
  const place = new Map(vertices.map((vertex, index) => [vertex, index]));
  const laplacian = vertices.map(() => new Array<number>(vertices.length).fill(0));
  for (const [a, b] of joins) {
    const [i, j] = [place.get(a) ?? 0, place.get(b) ?? 0];
    laplacian[i][i]++;
    laplacian[j][j]++;
    laplacian[i][j]--;
    laplacian[j][i]--;
  }
  return laplacian.slice(0, -1).map((row) => row.slice(0, -1));
}
