import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { allPairs, toEdge } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { factorial } from "../toolkit/numbers/binomials.ts";
import { popCount } from "../toolkit/numbers/bits.ts";
import { combineRemainders } from "../toolkit/numbers/chinese-remainders.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, graph, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/**
 * Sets of vertices are gone through, five times as long for each two vertices more: minutes at N = 24
 * (level 20). To count the maps onto all vertices is #P-hard (those of a path are the Hamiltonian paths),
 * and the set of vertices used enters every exact method known, 2^N at least.
 */
const MAX_N = 17;
/** Below 2^26: products are safe integers. */
const PRIMES = [67_108_859, 67_108_837, 67_108_819];

type Edges = readonly (readonly [number, number])[];

interface Graphs {
  N: number;
  T_edges: Edges;
  G_edges: Edges;
}

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  T_edges: edges,
  G_edges: edges,
  reference_answer: bigIntegerFrom(1n),
}).check(tree("T_edges", "N"), graph("G_edges", "N"));

/** Level 13 is the last; generation takes some 60 ms at level 10 and 0.7 s there. */
export const graphContainTreeCounting = defineEnvironment({
  id: "GraphContainTreeCounting",
  title: "Trees inside a graph",
  summary:
    "Count bijections from the vertices of a tree to those of a graph that map every tree edge to an edge.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N - 1)),

  generate({ N, edge_density }, random) {
    const T_edges = random.shuffle(randomRecursiveTree(N, random));
    const image = random.permutation(N);
    const mapped = T_edges.map(([u, v]) => toEdge(image[u], image[v]));
    const used = new Set(mapped.map(String));
    const unused = allPairs(N).filter((pair) => !used.has(String(pair)));
    const missing = Math.max(0, countEdges(N, edge_density) - mapped.length);
    const G_edges = random.shuffle([...mapped, ...random.sample(unused, missing)]);
    const reference_answer = countEmbeddings({ N, T_edges, G_edges });
    return { N, edge_density, T_edges, G_edges, reference_answer };
  },

  prompt: ({ N, T_edges, G_edges }) =>
    `A tree T and an undirected graph G each have ${N} vertices, numbered from 0 to ${N - 1}. Each line (u, v) below is an edge between the vertices u and v.
The ${N - 1} edges of T:
${formatEdges(T_edges)}
The ${G_edges.length} edges of G:
${formatEdges(G_edges)}

Count the bijections p from the vertices of T to the vertices of G (each vertex of G is p(u) for exactly one vertex u of T) such that for every edge (u, v) of T, there is an edge between p(u) and p(v) in G.

Answer with the exact number of such bijections as one integer, like this: n`,

  picture: ({ N, T_edges, G_edges }) =>
    partsPicture({ T: treePicture(N, T_edges), G: graphPicture(N, G_edges) }),

  ...nearBigInteger({ beta: 10, least: 1 }, countEmbeddings),
});

/**
 * Maps that keep edges, into each set W of G's vertices, by a DP over the tree; those onto all
 * vertices by inclusion and exclusion over W (Karp 1982). Subtrees of one shape have the same numbers
 * of maps, so that each shape is counted once. O(2^N · N · edges), modulo as many primes as N! needs.
 */
function countEmbeddings({ N, T_edges, G_edges }: Graphs): bigint {
  const primes: number[] = [];
  for (let product = 1n; product <= factorial(N); product *= BigInt(PRIMES[primes.length - 1])) {
    primes.push(PRIMES[primes.length]);
  }
  const shapes = subtreeShapes(N, T_edges);
  const neighbours = new Int32Array(N);
  for (const [u, v] of G_edges) {
    neighbours[u] |= 1 << v;
    neighbours[v] |= 1 << u;
  }
  const remainders = primes.map((prime) => countOnto(N, shapes, neighbours, prime));
  return combineRemainders(remainders, primes);
}

/** A shape of a rooted tree: the shapes of its root's subtrees, by their place in a list. */
type Shape = readonly number[];

/** The shapes of the subtrees of a tree with root 0, each once, after those of its parts. */
function subtreeShapes(N: number, T_edges: Edges): Shape[] {
  const { order, parent } = rootTree(toAdjacency(N, T_edges), 0);
  const parts: number[][] = Array.from({ length: N }, () => []);
  const places = new Map<string, number>();
  const shapes: Shape[] = [];
  for (const u of order.toReversed()) {
    const shape = parts[u].sort((a, b) => a - b);
    const key = shape.join(" ");
    let place = places.get(key);
    if (place === undefined) {
      place = shapes.push(shape) - 1;
      places.set(key, place);
    }
    if (u !== 0) parts[parent[u]].push(place);
  }
  return shapes;
}

function countOnto(
  N: number,
  shapes: readonly Shape[],
  neighbours: Int32Array,
  prime: number,
): number {
  // beside[s · N + x]: the maps of shape s with its root at a neighbour of x.
  const beside = new Float64Array(shapes.length * N);
  const at = new Float64Array(N);
  let total = 0;
  for (let W = 1; W < 1 << N; W++) {
    for (const [s, parts] of shapes.entries()) {
      for (let rest = W; rest !== 0; rest &= rest - 1) {
        const x = 31 - Math.clz32(rest & -rest);
        at[x] = 1;
        for (const part of parts) at[x] = (at[x] * beside[part * N + x]) % prime;
      }
      if (s === shapes.length - 1) break;
      for (let rest = W; rest !== 0; rest &= rest - 1) {
        const x = 31 - Math.clz32(rest & -rest);
        let sum = 0;
        for (let near = neighbours[x] & W; near !== 0; near &= near - 1) {
          sum += at[31 - Math.clz32(near & -near)];
        }
        beside[s * N + x] = sum % prime;
      }
    }
    let intoW = 0;
    for (let rest = W; rest !== 0; rest &= rest - 1) intoW += at[31 - Math.clz32(rest & -rest)];
    total += (N - popCount(W)) % 2 === 0 ? intoW % prime : prime - (intoW % prime);
  }
  return total % prime;
}
