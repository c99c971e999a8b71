import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { childrenOf, rootTree } from "../toolkit/trees/rooted-tree.ts";

const Parameters = z.object({ N: sizeFrom(3, 10_000) });
const Instance = instanceOf(Parameters, { edges, reference_answer: integerFrom(1) }).check(
  tree("edges", "N"),
);

type Edges = readonly (readonly [number, number])[];

// The answer is seldom above 4: at each level, one of the numbers 1 to 3 is right in most problems.
export const triumphalArch = defineEnvironment({
  id: "TriumphalArch",
  title: "Painting a tree ahead of a walker",
  summary:
    "Find how many vertices must be painted in each turn to stay ahead of a walker on a tree.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random));
    return { N, edges, reference_answer: leastPaint(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges)}

Vertex 0 is black at first, and all other vertices are white. Bob stands at vertex 0. The game goes in turns. In each turn, Alice first makes K vertices of her choice black, or all white ones if fewer are left; they stay black. If all vertices are black then, Alice wins. Otherwise Bob walks along one edge or stays where he is; if he then stands on a white vertex, he wins. The number K is the same in all turns.

What is the least K with which Alice can surely win, however Bob walks?

Answer with this number as one integer, like this: n`,

  picture: ({ N, edges }) => treePicture(N, edges),

  ...exactInteger(({ N, edges }: { N: number; edges: Edges }) => leastPaint(N, edges)),
});

/**
 * Bob does best to walk away from vertex 0: before he comes to a vertex, its subtree needs some
 * vertices painted that Alice cannot paint while he stands in it. For a given K these are, at each
 * vertex, its children and what their subtrees need, less the K of that turn, but not below 0.
 * Alice wins if vertex 0 needs none. Bisection of K, O(N log N).
 */
function leastPaint(N: number, edges: Edges): number {
  const rooted = rootTree(toAdjacency(N, edges), 0);
  const counts = childrenOf(rooted).map(({ length }) => length);
  return leastInteger(counts[0], Math.max(...counts), (K) => {
    const needs = [...counts];
    for (let index = N - 1; index > 0; index--) {
      const vertex = rooted.order[index];
      needs[rooted.parent[vertex]] += Math.max(0, needs[vertex] - K);
    }
    return needs[0] <= K;
  });
}
