import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { inverseModulo, multiplyModulo, remainder } from "../toolkit/numbers/modular.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { rootTree, subtreeSums } from "../toolkit/trees/rooted-tree.ts";

const PRIME = 998_244_353;
/** Solving takes N² steps, and sums stay safe integers. */
const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: integerFrom(0, PRIME - 1),
}).check(tree("edges", "N"));

interface Tree {
  N: number;
  edges: readonly (readonly [number, number])[];
}

/**
 * The answer depends on the shape of the tree alone: at level 0 every tree is a path of three
 * vertices, and at level 3 a third of the trees have one answer in common.
 */
export const treeRandomWalkExpectation = defineEnvironment({
  id: "TreeRandomWalkExpectation",
  title: "Hitting times of a walk on a tree",
  summary:
    "Sum expected hitting times of a random walk over all ordered vertex pairs of a tree, over N², mod p.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random));
    return { N, edges, reference_answer: meanHittingTime({ N, edges }) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges)}

A random walk begins at a vertex S and moves in each step along an edge to a neighbour of the vertex where it is, each neighbour being equally likely. E(S, T) is the expected number of steps until it is at the vertex T for the first time; E(S, S) = 0.

What is the sum of E(S, T) over all ${N}² ordered pairs (S, T) of vertices, divided by ${N}²? Give it modulo the prime ${PRIME}: if it is p/q in lowest terms, the answer is the integer r with 0 ≤ r < ${PRIME} and q·r ≡ p modulo ${PRIME}.

Answer with r as one integer, like this: r`,

  picture: ({ N, edges }) => treePicture(N, edges),

  ...exactRemainder(PRIME, meanByTargets),
});

/**
 * To cross an edge out of a side of s vertices takes 2s − 1 expected steps; each edge is crossed on the
 * ways of s · (N − s) ordered pairs in each direction, which gives s(N − s)(2N − 2). O(N).
 */
function meanHittingTime({ N, edges }: Tree): number {
  const rooted = rootTree(toAdjacency(N, edges), 0);
  const sizes = subtreeSums(rooted, new Array<number>(N).fill(1));
  let pairs = 0;
  for (const vertex of rooted.order.slice(1)) pairs += sizes[vertex] * (N - sizes[vertex]);
  return meanOf(multiplyModulo(pairs % PRIME, 2 * N - 2, PRIME), N);
}

function meanOf(total: number, N: number): number {
  const inverse = inverseModulo(N, PRIME);
  return multiplyModulo(multiplyModulo(total, inverse, PRIME), inverse, PRIME);
}

/**
 * Target by target: rooted there, a vertex takes 2·size − 1 expected steps to its parent (by the
 * equation of its children's), and as many more as the parent takes. O(N²).
 */
function meanByTargets({ N, edges }: Tree): number {
  const adjacency = toAdjacency(N, edges);
  let total = 0;
  for (let target = 0; target < N; target++) {
    const { order, parent } = rootTree(adjacency, target);
    const toParent = new Array<number>(N).fill(0);
    for (const vertex of order.slice(1).reverse()) {
      // 1 step, and for each child as likely as the parent: back up again first.
      toParent[vertex] += adjacency[vertex].length;
      toParent[parent[vertex]] += toParent[vertex];
    }
    const steps = new Array<number>(N).fill(0);
    for (const vertex of order.slice(1)) {
      steps[vertex] = steps[parent[vertex]] + toParent[vertex];
      total += steps[vertex];
    }
  }
  return meanOf(remainder(total, PRIME), N);
}
