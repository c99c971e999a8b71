import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countEdges } from "../toolkit/graphs/density.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { XorBasis } from "../toolkit/numbers/xor-basis.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Each level offers as many bit lengths, from the level's least one on. */
const BIT_LENGTHS_PER_LEVEL = 5;

/** Both ends (the smaller first) and the weight. */
const Edge = z.tuple([z.int(), z.int(), z.int().min(0)]);
type Edge = z.infer<typeof Edge>;

const Parameters = z
  .object({
    N: z.int().min(3),
    edge_density: z.number().min(0).max(1),
    MAX_bit_length: z
      .int()
      .min(2)
      .max(XorBasis.MAX_BITS, `MAX_bit_length must be at most ${XorBasis.MAX_BITS}`),
  })
  .refine(
    ({ N, edge_density }) => 2 * countEdges(N, edge_density) >= N,
    "edge_density · N · (N − 1) / 2, rounded down, must be at least N / 2",
  );
const Instance = Parameters.safeExtend({
  edges: z.array(Edge),
  reference_answer: z.int(),
});

export const maxXorPath = defineEnvironment({
  id: "MaxXorPath",
  title: "Walk with the greatest xor",
  summary: "Find the greatest xor of edge weights over the walks from vertex 0 to vertex N−1.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 4, leastBits: 3 },
    (state) => {
      const N = grow(state.N);
      let { leastBits } = state;
      while (2 ** leastBits < 2 * N) leastBits++;
      return { N, leastBits };
    },
    ({ N, leastBits }) =>
      EDGE_DENSITIES.filter((edge_density) => countEdges(N, edge_density) >= N).flatMap(
        (edge_density) =>
          Array.from({ length: BIT_LENGTHS_PER_LEVEL }, (_, more) => {
            return { N, edge_density, MAX_bit_length: leastBits + more };
          }),
      ),
  ),

  generate({ N, edge_density, MAX_bit_length }, random) {
    const edgeCount = countEdges(N, edge_density);
    return redrawUntil(() => {
      const pairs = randomPairs(N, edgeCount, random);
      const edges = weighComponent(N, pairs, MAX_bit_length, random);
      const reference_answer = greatestWalk(N, edges);
      // All ones would be found without looking at the graph.
      if (reference_answer === undefined || reference_answer === 2 ** MAX_bit_length - 1) {
        return undefined;
      }
      return { N, edge_density, MAX_bit_length, edges, reference_answer };
    });
  },

  prompt: ({ N, edges }) =>
    `An undirected graph has ${N} vertices, numbered from 0 to ${N - 1}, and ${formatCount(edges.length, "edge")}. Each line (u, v, w) below is an edge between the vertices u and v with the weight w:
${formatLines(edges, (edge) => `(${edge.join(", ")})`)}

A walk starts at vertex 0, goes from vertex to vertex along edges in either direction and ends at vertex ${N - 1}. It may pass through any vertex, its two ends included, and along any edge several times. The value of a walk is the bitwise XOR of the weights of the edges it goes along; an edge counts each time the walk goes along it. What is the greatest value of any such walk?

Answer with this value as one integer.`,

  answer: integer,

  score: (greatest, { reference_answer }) => exactValue(greatest, reference_answer),

  solve: ({ N, edges }) => String(greatestWalk(N, edges)),
});

/**
 * The edges of the component of vertex 0, in random order, with weights whose cycles have a drawn
 * number of independent xors: a depth-first search gives the tree uniform weights, and the other
 * edges too until there are as many; after that, edges that add no further one.
 */
function weighComponent(
  N: number,
  pairs: readonly [number, number][],
  bitLength: number,
  random: Random,
): Edge[] {
  const rank = random.integer(0, bitLength - 1);
  const uniformWeight = () => random.integer(0, 2 ** bitLength - 1);
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
 * The greatest xor of a walk from 0 to N − 1; undefined if there is none. A walk's xor is that of any
 * path between its ends and of some closed walks, and closed walks give exactly the xors of subsets
 * of the cycles that the edges close with a spanning tree. O(N + E · bits).
 */
function greatestWalk(N: number, edges: readonly Edge[]): number | undefined {
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
  return xorTo[N - 1] === UNREACHED ? undefined : basis.greatest(xorTo[N - 1]).value;
}
