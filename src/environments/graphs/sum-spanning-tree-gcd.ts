import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { counting } from "../toolkit/levels.ts";
import { determinantModulo } from "../toolkit/numbers/matrices.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { totientsUpTo } from "../toolkit/numbers/sieves.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { describeGraph } from "../toolkit/text/edges.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];
const MODULI = [666_623_333, 998_244_353, 1_000_000_007];

/** Level 20 has 24 vertices; beyond this the determinants take seconds. */
const MAX_N = 60;

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_N ** 2),
  MOD: integerFrom(2, Math.max(...MODULI)),
  reference_answer: integer,
}).check(graph("edges", "N", { from: 1 }), connected("edges", "N", 1));

type Edge = [u: number, v: number, weight: number];

/** What defines a problem. */
interface Task {
  readonly N: number;
  readonly edges: readonly Edge[];
  readonly MOD: number;
}

export const sumSpanningTreeGcd = defineEnvironment({
  id: "SumSpanningTreeGCD",
  title: "Spanning trees weighted by gcd",
  summary: "Sum, over all spanning trees, the gcd of the tree's edge weights, modulo a prime.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N - 1)),

  generate({ N, edge_density }, random) {
    const common = random.integer(1, N);
    const tree = randomRecursiveTree(N, random);
    const edges = randomConnectedGraph(N, countEdges(N, edge_density), random, tree).map(
      ([u, v]): Edge => {
        const isInTree = edgeIndex(tree)(u, v) !== -1;
        const weight = isInTree ? common * random.integer(1, N) : random.integer(1, N ** 2);
        return [u + 1, v + 1, weight];
      },
    );
    const MOD = random.choice(MODULI);
    return { N, edge_density, edges, MOD, reference_answer: sumOfGcds({ N, edges, MOD }) };
  },

  prompt: ({ N, edges, MOD }) =>
    `${describeGraph(N, edges, { from: 1, weighted: true })}

A spanning tree is a set of ${N - 1} of these edges that connect all the vertices. Its value is the greatest common divisor of the weights of its edges. What is the sum of the values of all spanning trees? Give it modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", sumOfGcds),

  picture: ({ N, edges }) => graphPicture(N, edges, { base: 1 }),
});

/**
 * Since gcd = Σ φ(d) over its divisors d, the sum over all d of φ(d) times the number of spanning
 * trees of edges whose weights d divides: by the matrix-tree theorem a determinant, for each d that
 * divides enough weights to connect all. O(W + D N³) for D such d and weights up to W.
 */
function sumOfGcds({ N, edges, MOD }: Task): number {
  const largest = Math.max(...edges.map(([, , weight]) => weight));
  const totients = totientsUpTo(largest);
  let total = 0;
  for (let divisor = 1; divisor <= largest; divisor++) {
    const left = edges.filter(([, , weight]) => weight % divisor === 0);
    if (left.length < N - 1) continue;
    const trees = countSpanningTrees(N, left, MOD);
    total = (total + multiplyModulo(totients[divisor] % MOD, trees, MOD)) % MOD;
  }
  return total;
}

/** A cofactor of the Laplacian, O(N³); 0 at once where the edges do not connect all vertices. */
function countSpanningTrees(N: number, edges: readonly Edge[], MOD: number): number {
  const components = new UnionFind(N);
  const laplacian = Array.from({ length: N }, () => new Array<number>(N).fill(0));
  for (const [first, second] of edges) {
    const [u, v] = [first - 1, second - 1];
    components.unite(u, v);
    laplacian[u][u]++;
    laplacian[v][v]++;
    laplacian[u][v]--;
    laplacian[v][u]--;
  }
  if (components.count > 1) return 0;
  return determinantModulo(
    laplacian.slice(1).map((row) => row.slice(1)),
    MOD,
  );
}
