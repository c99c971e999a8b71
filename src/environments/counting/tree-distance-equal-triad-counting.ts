import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

/** Gold takes N² steps, solving N³. */
const MAX_N = 300;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: integerFrom(0),
}).check(tree("edges", "N", 1));

interface Tree {
  N: number;
  edges: readonly (readonly [number, number])[];
}

/**
 * Small trees have few such triples: 0 is right in three of five problems of level 0, and 2 in a third
 * at level 3.
 */
export const treeDistanceEqualTriadCounting = defineEnvironment({
  id: "Tree_DistanceEqualTriad_Counting",
  title: "Triples at equal distances in a tree",
  summary: "Count triples of tree vertices whose three pairwise distances are equal.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random, 1));
    return { N, edges, reference_answer: countTriples({ N, edges }) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges, { from: 1 })}

The distance between two vertices is the number of edges on the path between them. How many sets of three distinct vertices are there whose three pairwise distances are all equal?

Answer with the number of such sets as one integer, like this: n`,

  picture: ({ N, edges }) => treePicture(N, edges, { base: 1 }),

  ...nearInteger({ beta: 10, least: 0 }, countByDistances),
});

/**
 * Three vertices at equal distances lie at one depth in three branches of a center: for each center
 * and depth, the third elementary symmetric sum of the branches' vertices there. O(N²).
 */
function countTriples({ N, edges }: Tree): number {
  const adjacency = toAdjacency(
    N,
    edges.map(([u, v]) => [u - 1, v - 1]),
  );
  let triples = 0;
  for (let center = 0; center < N; center++) {
    if (adjacency[center].length < 3) continue;
    // For each depth: vertices, pairs and triples of vertices in different branches so far.
    const [single, pairs, three] = [0, 1, 2].map(() => new Float64Array(N));
    const { order, parent, depth } = rootTree(adjacency, center);
    let branch = new Map<number, number>();
    const closeBranch = () => {
      for (const [t, count] of branch) {
        three[t] += pairs[t] * count;
        pairs[t] += single[t] * count;
        single[t] += count;
      }
      branch = new Map();
    };
    for (const vertex of order.slice(1)) {
      if (parent[vertex] === center) closeBranch();
      branch.set(depth[vertex], (branch.get(depth[vertex]) ?? 0) + 1);
    }
    closeBranch();
    triples += three.reduce((sum, count) => sum + count, 0);
  }
  return triples;
}

/** All triples, by the distances from each vertex. O(N³). */
function countByDistances({ N, edges }: Tree): number {
  const adjacency = toAdjacency(
    N,
    edges.map(([u, v]) => [u - 1, v - 1]),
  );
  const distances = Array.from({ length: N }, (_, vertex) => rootTree(adjacency, vertex).depth);
  let triples = 0;
  for (let a = 0; a < N; a++) {
    for (let b = 0; b < a; b++) {
      const distance = distances[a][b];
      for (let c = 0; c < b; c++) {
        if (distances[a][c] === distance && distances[b][c] === distance) triples++;
      }
    }
  }
  return triples;
}
