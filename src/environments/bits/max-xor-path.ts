import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { type Neighbour, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { XorBasis } from "../toolkit/numbers/xor-basis.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { exactValue } from "../toolkit/verdicts.ts";

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
    MAX_bit_length: z.int().min(2).max(XorBasis.MAX_BITS),
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
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4, bits: 3 }, nextLevel, ({ N, bits }) =>
    EDGE_DENSITIES.filter((edge_density) => countEdges(N, edge_density) >= N).flatMap(
      (edge_density) =>
        Array.from({ length: BIT_LENGTHS_PER_LEVEL }, (_, more) => ({
          N,
          edge_density,
          MAX_bit_length: bits + more,
        })),
    ),
  ),

  generate({ N, edge_density, MAX_bit_length }, random) {
    const edgeCount = countEdges(N, edge_density);
    return redrawUntil(() => {
      const pairs = randomPairs(N, edgeCount, random);
      const edges = weighComponent(N, pairs, MAX_bit_length, random);
      const reference_answer = greatestWalk(N, edges);
      // All ones would be found without looking at the graph.
      if (reference_answer === undefined || reference_answer === 2 ** MAX_bit_length - 1) return;
      return { N, edge_density, MAX_bit_length, edges, reference_answer };
    });
  },
