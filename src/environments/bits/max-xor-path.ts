import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countEdges } from "../toolkit/graphs/density.ts";
import { growing } from "../toolkit/levels.ts";
import { bitLength } from "../toolkit/numbers/bits.ts";
import { XorBasis } from "../toolkit/numbers/xor-basis.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeGraph } from "../toolkit/text/edges.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Each level offers as many bit lengths, from the level's least one on. */
const BIT_LENGTHS_PER_LEVEL = 5;

const MAX_N = 1_000;

const Parameters = z
  .object({
    N: sizeFrom(3, MAX_N),
    edge_density: z.number().min(0).max(1),
    MAX_bit_length: sizeFrom(2, XorBasis.MAX_BITS),
  })
  .check(
    holds(
      "edge_density",
      ({ N, edge_density }) => 2 * countEdges(N, edge_density) >= N,
      "must make N / 2 edges or more of the N · (N − 1) / 2 possible ones",
    ),
  );
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, 2 ** XorBasis.MAX_BITS - 1),
  reference_answer: integer,
}).check(
  graph("edges", "N"),
  holds(
    "edges",
    (instance) => greatestWalk(instance) !== UNREACHED,
    "must hold a walk from 0 to N − 1",
  ),
);

/** Both ends (the smaller first) and the weight. */
type Edge = [u: number, v: number, weight: number];

export const maxXorPath = defineEnvironment({
  id: "MaxXorPath",
  title: "Walk with the greatest xor",
  summary: "Find the greatest xor of edge weights over the walks from vertex 0 to vertex N−1.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) =>
    EDGE_DENSITIES.filter((edge_density) => countEdges(N, edge_density) >= N).flatMap(
      (edge_density) =>
        Array.from({ length: BIT_LENGTHS_PER_LEVEL }, (_, more) => {
          return { N, edge_density, MAX_bit_length: bitLength(2 * N - 1) + more };
        }),
    ),
  ),

  generate({ N, edge_density, MAX_bit_length }, random) {
    const edgeCount = countEdges(N, edge_density);
    return redrawUntil(() => {
      const pairs = randomPairs(N, edgeCount, random);
      const edges = weighComponent(N, pairs, MAX_bit_length, random);
      const reference_answer = greatestWalk({ N, edges });
      // All ones would be found without looking at the graph.
      const isGuessed = reference_answer === 2 ** MAX_bit_length - 1;
      if (isGuessed || reference_answer === UNREACHED) return undefined;
      return { N, edge_density, MAX_bit_length, edges, reference_answer };
    });
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges, { weighted: true })}

A walk starts at vertex 0, goes from vertex to vertex along edges in either direction and ends at vertex ${N - 1}. It may pass through any vertex, its two ends included, and along any edge several times. The value of a walk is the bitwise XOR of the weights of the edges it goes along; an edge counts each time the walk goes along it. What is the greatest value of any such walk?

Answer with this value as one integer, like this: n`,

  picture: ({ N, edges }) => graphPicture(N, edges),

  ...exactInteger(greatestWalk),
});

/**
 * The edges of the component of vertex 0, in random order, with weights whose cycles have a drawn
 * number of independent xors: a depth-first search gives the tree uniform weights, and the other
 * edges too until there are as many; after that, edges that add no further one.
 */
function weighComponent(
  N: number,
  pairs: readonly [number, number][],
  bits: number,
  random: Random,
): Edge[] {
  const rank = random.integer(0, bits - 1);
  const uniformWeight = () => random.integer(0, 2 ** bits - 1);
  const basis = new XorBasis();
  const edges: Edge[] = [];

  const adjacency = toAdjacency(N, pairs);
  const isWeighed = new Uint8Array(pairs.length);
  const xorTo = new Array<number>(N).fill(UNREACHED);
  const nextOf = new Int32Array(N);
  xorTo[0] = 0;
  const path = [0];
  while (path.length > 0) {
    const from = path[path.length - 1];
    const neighbour = adjacency[from].at(nextOf[from]++);
    if (neighbour === undefined) {
      path.pop();
      continue;
    }
    const { to, edge } = neighbour;
    if (isWeighed[edge] === 1) continue;
    isWeighed[edge] = 1;
    let weight = uniformWeight();
    if (xorTo[to] === UNREACHED) {
      xorTo[to] = xorTo[from] ^ weight;
      path.push(to);
    } else if (basis.rank < rank) {
      basis.insert(xorTo[from] ^ xorTo[to] ^ weight);
    } else {
      weight = xorTo[from] ^ xorTo[to];
      for (const vector of basis.vectors) if (random.chance(0.5)) weight ^= vector;
    }
    edges.push([...pairs[edge], weight]);
  }
  return random.shuffle(edges);
}

const UNREACHED = -1;

/**
 * The greatest xor of a walk from 0 to N − 1; UNREACHED if there is none. A walk's xor is that of any
 * path between its ends and of some closed walks, and closed walks give exactly the xors of subsets
 * of the cycles that the edges close with a spanning tree. O(N + E · bits).
 */
function greatestWalk({ N, edges }: { N: number; edges: readonly Edge[] }): number {
  const adjacency = toAdjacency(N, edges);
  const xorTo = new Array<number>(N).fill(UNREACHED);
  const basis = new XorBasis();
  xorTo[0] = 0;
  const reached = [0];
  for (const from of reached) {
    for (const { to, weight } of adjacency[from]) {
      if (xorTo[to] === UNREACHED) {
        xorTo[to] = xorTo[from] ^ weight;
        reached.push(to);
      } else {
        basis.insert(xorTo[from] ^ xorTo[to] ^ weight);
      }
    }
  }
  return xorTo[N - 1] === UNREACHED ? UNREACHED : basis.greatest(xorTo[N - 1]).value;
}
