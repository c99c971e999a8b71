import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { pascalTriangleModulo } from "../toolkit/numbers/binomials.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { indexedSeries } from "../toolkit/text/series.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";
import { findTreeFault } from "../toolkit/trees/tree-fault.ts";

const MAX_MOD = 1_000_000;
/** N² steps, and Pascal's triangle of N rows. */
const MAX_N = 1_000;

/** p[u] < p[v], or p[u] > p[v]. */
const Comparison = z.tuple([integer, z.enum(["<", ">"]), integer]);
type Comparison = z.infer<typeof Comparison>;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  MOD: integerFrom(2, MAX_MOD),
  edges: z.array(Comparison),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  holds(
    "edges",
    ({ N, edges }) =>
      findTreeFault(
        edges.map(([u, , v]) => [u, v]),
        N,
      ) === undefined,
    "must form a tree on all indices",
  ),
);

interface Comparisons {
  N: number;
  MOD: number;
  edges: readonly Comparison[];
}

/** At level 0, with three elements, the answer is 1 or 2, and 2 in three of five problems. */
export const treeTopologicalSequenceCounting = defineEnvironment({
  id: "TreeTopologicalSequenceCounting",
  title: "Permutations compared along a tree",
  summary:
    "Count permutations satisfying comparison constraints along the edges of a tree, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const MOD = random.integer(2, MAX_MOD);
    const hidden = random.permutation(N);
    const edges = random.shuffle(
      randomRecursiveTree(N, random).map(
        ([u, v]): Comparison => [u, hidden[u] < hidden[v] ? "<" : ">", v],
      ),
    );
    return { N, MOD, edges, reference_answer: countPermutations({ N, MOD, edges }) };
  },

  prompt: ({ N, MOD, edges }) =>
    `Count the permutations ${indexedSeries("p", N)} of the integers from 0 to ${N - 1} that satisfy all of these conditions:
${formatLines(edges, ([u, sign, v]) => `p[${u}] ${sign} p[${v}]`)}

How many such permutations are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  /** Arrows from the smaller to the greater. */
  picture: ({ N, edges }) =>
    graphPicture(
      N,
      edges.map(([i, sign, j]) => (sign === "<" ? [i, j] : [j, i])),
      { directed: true },
    ),

  ...exactRemainder("MOD", ({ N, MOD, edges }: Comparisons) =>
    // Rooted elsewhere, at the last vertex.
    countPermutations({ N, MOD, edges }, N - 1),
  ),
});

/**
 * For each vertex, the orders of its subtree by the vertex's rank in them. A child's order is woven in:
 * i of its elements come before the vertex, among them the child itself exactly if it is smaller. The
 * modulus may be composite: binomials come from Pascal's triangle. O(N²).
 */
function countPermutations({ N, MOD, edges }: Comparisons, root = 0): number {
  const choose = pascalTriangleModulo(N, MOD);
  const isSmaller = new Map(
    edges.flatMap(([u, sign, v]) => [
      [u * N + v, sign === "<"],
      [v * N + u, sign === ">"],
    ]),
  );
  const { order, parent } = rootTree(
    toAdjacency(
      N,
      edges.map(([u, , v]) => [u, v]),
    ),
    root,
  );
  // orders[v][k]: orders of v's subtree so far with k elements before v.
  const orders = Array.from({ length: N }, () => [1 % MOD]);
  for (const child of order.slice(1).reverse()) {
    const above = parent[child];
    const [whole, part] = [orders[above], orders[child]];
    const before = prefixes(part, MOD);
    const all = before[part.length];
    const childFirst = isSmaller.get(child * N + above) ?? false;
    const merged = new Array<number>(whole.length + part.length).fill(0);
    for (const [k, count] of whole.entries()) {
      // i elements of the child's order come before the vertex.
      for (let i = 0; i <= part.length; i++) {
        const fitting = childFirst ? before[i] : (all - before[i] + MOD) % MOD;
        if (fitting === 0) continue;
        const weaves = multiplyModulo(
          choose[k + i][i],
          choose[whole.length - 1 - k + part.length - i][part.length - i],
          MOD,
        );
        const ways = multiplyModulo(multiplyModulo(count, fitting, MOD), weaves, MOD);
        merged[k + i] = (merged[k + i] + ways) % MOD;
      }
    }
    orders[above] = merged;
  }
  return orders[root].reduce((sum, count) => (sum + count) % MOD, 0);
}

/** Sums of the first 0, 1, …, n values modulo a number. */
function prefixes(values: readonly number[], modulus: number): number[] {
  const sums = [0];
  for (const [index, value] of values.entries()) sums.push((sums[index] + value) % modulus);
  return sums;
}
