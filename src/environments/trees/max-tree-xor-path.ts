import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { tree, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

/** Weights are below the least number of 16, 32, 64, … that exceeds 2N. */
const LOWEST_MAX_WEIGHT = 16;
/** Bitwise operators work on signed 32-bit integers. */
const LARGEST_WEIGHT = 2 ** 30;
/** Gold looks at all pairs. */
const MAX_N = 3_000;

const xor = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, LARGEST_WEIGHT),
  Xor: integersFrom(0),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  tree("edges", "N"),
  lengths("N", "Xor"),
  holds(
    "Xor",
    ({ N, edges, Xor }) => xorsFromRoot(N, edges).every((value, vertex) => value === Xor[vertex]),
    "must be the xors of the paths from vertex 0",
  ),
);

type Edges = readonly (readonly [number, number, number])[];

export const maxTreeXorPath = defineEnvironment({
  id: "MaxTreeXorPath",
  title: "Path of the greatest xor in a tree",
  summary:
    "Find two vertices of a weighted tree whose connecting path has the greatest XOR of edge weights.",
  reward: `${xor.words}; ${malformedWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    let bound = LOWEST_MAX_WEIGHT;
    while (bound <= 2 * N) bound *= 2;
    const edges = random.shuffle(
      randomRecursiveTree(N, random).map(([u, v]): [number, number, number] => {
        return [u, v, random.integer(1, bound - 2)];
      }),
    );
    const Xor = xorsFromRoot(N, edges);
    const [u, v] = bestPair(Xor);
    return { N, edges, Xor, gold_answer: Xor[u] ^ Xor[v], reference_answer: `${u} ${v}` };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges, { weighted: true })}

Find two vertices u and v for which the bitwise xor of the weights of all edges on the path between u and v is as large as possible.

Answer with the two vertices in any order, separated by a space, like this: u v`,

  answer: integerTuple(2),

  score(ends, { N, Xor, gold_answer }) {
    const fault = findRangeFault(ends, 0, N - 1);
    if (fault !== undefined) return malformed(fault);
    return xor.verdict(Xor[ends[0]] ^ Xor[ends[1]], gold_answer);
  },

  picture: ({ N, edges }, chosen) => treePicture(N, edges, { chosen }),

  solve: ({ N, edges }) => bestPairByBits(xorsFromRoot(N, edges)).join(" "),
});

/** The xor of the weights on the path from vertex 0 to each vertex; edges on both of two cancel out. */
function xorsFromRoot(N: number, edges: Edges): number[] {
  const { order, parent, parentWeight } = rootTree(toAdjacency(N, edges), 0);
  const xors = new Array<number>(N).fill(0);
  for (const vertex of order.slice(1)) xors[vertex] = xors[parent[vertex]] ^ parentWeight[vertex];
  return xors;
}

/** The first pair u < v with the greatest xor, of all. O(N²). */
function bestPair(xors: readonly number[]): [number, number] {
  let best: [number, number] = [0, 1];
  for (let u = 0; u < xors.length; u++) {
    for (let v = u + 1; v < xors.length; v++) {
      if ((xors[u] ^ xors[v]) > (xors[best[0]] ^ xors[best[1]])) best = [u, v];
    }
  }
  return best;
}

/** Bit by bit from the highest: whether two values differ there, and as known above. O(N · bits). */
function bestPairByBits(xors: readonly number[]): [number, number] {
  let greatest = 0;
  let pair: [number, number] = [0, 1];
  for (let bit = 30; bit >= 0; bit--) {
    const wanted = (greatest >> bit) | 1;
    const holders = new Map<number, number>();
    for (const [vertex, value] of xors.entries()) {
      const other = holders.get((value >> bit) ^ wanted);
      if (other !== undefined) {
        pair = [other, vertex];
        greatest = wanted << bit;
        break;
      }
      holders.set(value >> bit, vertex);
    }
  }
  return pair;
}
