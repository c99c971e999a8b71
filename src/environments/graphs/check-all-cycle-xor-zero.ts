import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { RATIOS_TO_THREE, ratioSets } from "../toolkit/graphs/density.ts";
import { growing } from "../toolkit/levels.ts";
import { bitLength } from "../toolkit/numbers/bits.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";

const MAX_N = 1_000;
const MAX_WEIGHT = 2 ** 31 - 1;

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_ratio: z.number().min(1).max(MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, MAX_WEIGHT),
  reference_answer: z.enum(["YES", "NO"]),
}).check(graph("edges", "N", { from: 1 }), connected("edges", "N", 1));

type Edge = [u: number, v: number, weight: number];

/** About half of all answers are YES, by the spec. */
export const checkAllCycleXorZero = defineEnvironment({
  id: "CheckAllCycleXorZero",
  title: "Every cycle XORs to zero",
  summary: "Decide whether all cycles of a weighted graph have edge weights with XOR zero.",
  reward: `${EXACT_WORDS}; ${invalidWords("neither YES nor NO")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => ratioSets(N, RATIOS_TO_THREE)),

  generate({ N, edge_ratio }, random) {
    const largest = 2 ** bitLength((N * (N - 1)) / 2) - 1;
    const pairs = randomConnectedGraph(N, Math.floor(edge_ratio * N), random);
    // Weights that are differences of potentials of the vertices are what a random tree gives.
    const edges = random.chance(0.5)
      ? weighByPotentials(pairs, random.integers(N, 0, largest))
      : pairs.map(([u, v]): Edge => [u + 1, v + 1, random.integer(0, largest)]);
    return { N, edge_ratio, edges, reference_answer: decide(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges, { from: 1, weighted: true })}

A cycle is a path that ends where it starts and passes no edge and no other vertex twice. Is the bitwise XOR of the weights of all edges on the cycle 0 for every cycle of the graph?

Answer with YES or NO.`,

  answer: describedAs("YES or NO", plainText),

  score(text, { reference_answer }) {
    if (text !== "YES" && text !== "NO") return invalid("the answer is neither YES nor NO");
    return exact(text === reference_answer, `${text} is wrong`);
  },

  picture: ({ N, edges }) => graphPicture(N, edges, { base: 1 }),

  solve: ({ N, edges }) => decide(N, edges),
});

function weighByPotentials(pairs: readonly number[][], potentials: readonly number[]): Edge[] {
  return pairs.map(([u, v]) => [u + 1, v + 1, potentials[u] ^ potentials[v]]);
}

function decide(N: number, edges: readonly Edge[]): "YES" | "NO" {
  return hasPotentials(N, edges) ? "YES" : "NO";
}

/**
 * Whether the vertices have potentials whose XOR along each edge is its weight, which is the case
 * exactly where all cycles have XOR 0: a traversal assigns them, and every edge is checked. O(V + E).
 */
function hasPotentials(N: number, edges: readonly Edge[]): boolean {
  const adjacency = toAdjacency(N + 1, edges);
  const potential = new Map([[1, 0]]);
  for (const [vertex, own] of potential) {
    for (const { to, weight } of adjacency[vertex]) {
      const known = potential.get(to);
      if (known === undefined) potential.set(to, own ^ weight);
      else if (known !== (own ^ weight)) return false;
    }
  }
  return true;
}
