import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { counting } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { noteAt } from "../toolkit/pictures/marks.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { type RootedTree, rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 5_000;

const radius = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  key_vertices: integers,
  M: integerFrom(1),
  gold_answer: integerFrom(1),
}).check(
  tree("edges", "N"),
  within("key_vertices", 0, ({ N }) => N - 1),
  distinct("key_vertices"),
  holds(
    "M",
    ({ M, key_vertices }) => M < key_vertices.length,
    "must be less than the number of key vertices",
  ),
);

// Trees of level 0 have 3 vertices: any of them is right as the one center in a third of the cases.
export const dynDynamite = defineEnvironment({
  id: "DynDynamite",
  title: "Centers covering key tree vertices",
  summary:
    "Choose M tree vertices as centers so that the farthest key vertex is as near as possible to a center.",
  reward: `${radius.words}; ${invalidWords("wrong length or vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random));
    const key_vertices = random.distinctIntegers(random.integer(2, N), 0, N - 1);
    const M = random.integer(1, key_vertices.length - 1);
    const gold_answer = bestCenters(N, edges, key_vertices, M).radius;
    return { N, edges, key_vertices, M, gold_answer };
  },

  prompt: ({ N, edges, key_vertices, M }) =>
    `${describeTree(N, edges)}

These ${key_vertices.length} vertices are key vertices: ${key_vertices.join(" ")}

Choose exactly ${formatCount(M, "center", "centers")} among all vertices of the tree, whether key vertices or not. The distance between two vertices is the number of edges on the path between them. Each key vertex counts its distance to the center nearest to it; make the largest of these distances as small as possible.

Answer with the ${formatCount(M, "chosen vertex", "chosen vertices")}${M === 1 ? "" : " in any order, separated by spaces"}, like this: ${placeholders(M)}`,

  answer: integerList,

  score(centers, { N, edges, key_vertices, M, gold_answer }) {
    const fault = findCountFault(centers, M, "center") ?? findRangeFault(centers, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const distances = distancesToNearest(toAdjacency(N, edges), centers);
    const [, largest] = extremes(key_vertices.map((vertex) => distances[vertex]));
    return radius.verdict(largest, gold_answer);
  },

  picture: ({ N, edges, key_vertices }, chosen) =>
    treePicture(N, edges, { notes: noteAt(key_vertices, "key", N), chosen }),

  solve({ N, edges, key_vertices, M }) {
    const { centers } = bestCenters(N, edges, key_vertices, M);
    const spare = [...Array(N).keys()].filter((vertex) => !centers.includes(vertex));
    return [...centers, ...spare].slice(0, M).join(" ");
  },
});

/** The least radius for which M centers do, by bisection, and those centers. O(N log N). */
function bestCenters(N: number, edges: readonly Edge[], keys: readonly number[], M: number) {
  const rooted = rootTree(toAdjacency(N, edges), 0);
  const centersFor = (radius: number) => fewestCenters(rooted, keys, radius);
  const radius = leastInteger(1, N, (candidate) => centersFor(candidate).length <= M);
  return { radius, centers: centersFor(radius) };
}

/**
 * The fewest centers that have all keys within the radius: from the leaves up, a center is placed
 * only where the deepest key without one would else be out of reach. O(N).
 */
function fewestCenters(tree: RootedTree, keys: readonly number[], radius: number): number[] {
  const { order, parent } = tree;
  // How far below the farthest key without a center and the nearest center are.
  const uncovered = parent.map(() => Number.NEGATIVE_INFINITY);
  const nearest = parent.map(() => Number.POSITIVE_INFINITY);
  for (const key of keys) uncovered[key] = 0;
  const centers: number[] = [];
  for (const vertex of order.toReversed()) {
    if (uncovered[vertex] + nearest[vertex] <= radius) uncovered[vertex] = Number.NEGATIVE_INFINITY;
    const isLast = vertex === order[0] && uncovered[vertex] >= 0;
    if (uncovered[vertex] === radius || isLast) {
      centers.push(vertex);
      uncovered[vertex] = Number.NEGATIVE_INFINITY;
      nearest[vertex] = 0;
    }
    if (vertex === order[0]) continue;
    const above = parent[vertex];
    uncovered[above] = Math.max(uncovered[above], uncovered[vertex] + 1);
    nearest[above] = Math.min(nearest[above], nearest[vertex] + 1);
  }
  return centers;
}
