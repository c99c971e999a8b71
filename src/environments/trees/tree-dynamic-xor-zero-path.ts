import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomWeightedTree } from "../toolkit/random/trees.ts";
import { tree, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, permutation } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const MAX_N = 2_000;
/** Bitwise operators work on signed 32-bit integers. */
const LARGEST_WEIGHT = 2 ** 30;

const counts = matching({ beta: 5, unit: "counts right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, LARGEST_WEIGHT),
  removes: integers,
  gold_answer: integersFrom(0),
  reference_answer: z.string(),
}).check(
  tree("edges", "N"),
  permutation("removes", ({ N }) => N - 1),
  lengths("N", "gold_answer"),
);

interface Task {
  readonly N: number;
  readonly edges: readonly (readonly [number, number, number])[];
  readonly removes: readonly number[];
}

// Trees of level 0 have two edges: no path of xor 0 is right in two fifths of the cases.
export const treeDynamicXorZeroPath = defineEnvironment({
  id: "TreeDynamic_XORZeroPath",
  title: "Zero-XOR paths under edge removals",
  summary:
    "Count vertex pairs whose path has xor zero, initially and after each removal of a tree edge.",
  reward: `${counts.words}; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const edges = randomWeightedTree(N, [0, N], random);
    const removes = random.permutation(N - 1);
    const gold_answer = countsBackwards({ N, edges, removes });
    return { N, edges, removes, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, edges, removes }) =>
    `A tree has ${N} vertices, numbered from 0 to ${N - 1}, and ${N - 1} edges, numbered from 0 to ${N - 2}. Each line (u, v, w) below is an edge between the vertices u and v of weight w:
${formatLines(edges, (edge, index) => `edge ${index}: (${edge.join(", ")})`)}

The edges are removed one at a time, in this order:
${removes.join(" ")}

Count the unordered pairs of different vertices that are joined by a path of edges that are still there, such that the bitwise xor of the weights of all edges on this path is 0. Give this count before the first removal and after each of the ${N - 1} removals.

Answer with the ${N} counts in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(answered, { N, gold_answer }) {
    const fault = findCountFault(answered, N, "count");
    if (fault !== undefined) return invalid(fault);
    return counts.verdict(countAgreements(answered, gold_answer), N);
  },

  picture: ({ N, edges }) =>
    treePicture(
      N,
      edges.map(([u, v, weight], edge) => [u, v, `${edge}: ${weight}`]),
    ),

  solve: (task) => countsForwards(task).join(" "),
});

/** The xor of the weights on the path from vertex 0; two vertices with the same are a pair. */
function xorsFromRoot({ N, edges }: Task): number[] {
  const { order, parent, parentWeight } = rootTree(toAdjacency(N, edges), 0);
  const xors = parent.map(() => 0);
  for (const vertex of order.slice(1)) xors[vertex] = xors[parent[vertex]] ^ parentWeight[vertex];
  return xors;
}

/**
 * Edges come back in reverse order: of two components that an edge joins, the smaller is counted
 * against the larger and goes over to it. O(N log N).
 */
function countsBackwards(task: Task): number[] {
  const members = xorsFromRoot(task).map((xor) => new Map([[xor, 1]]));
  const components = new UnionFind(task.N);
  const found = [0];
  for (const index of task.removes.toReversed()) {
    const [u, v] = task.edges[index];
    const [a, b] = [members[components.find(u)], members[components.find(v)]];
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let joined = 0;
    for (const [xor, count] of small) joined += count * (large.get(xor) ?? 0);
    for (const [xor, count] of small) large.set(xor, (large.get(xor) ?? 0) + count);
    components.unite(u, v);
    members[components.find(u)] = large;
    found.push(found[found.length - 1] + joined);
  }
  return found.reverse();
}

/** Each time anew, the vertices of equal component and xor are counted. O(N²). */
function countsForwards(task: Task): number[] {
  const xors = xorsFromRoot(task);
  return Array.from({ length: task.N }, (_, removed) => {
    const components = new UnionFind(task.N);
    for (const index of task.removes.slice(removed)) {
      const [u, v] = task.edges[index];
      components.unite(u, v);
    }
    const equals = tally(xors.map((xor, vertex) => `${components.find(vertex)} ${xor}`));
    return sum([...equals.values()].map((count) => (count * (count - 1)) / 2));
  });
}
