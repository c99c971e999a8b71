import type { Random } from "./random.ts";

/**
 * A random recursive tree on `from`, …, `from + vertexCount − 1`: in a uniformly random order, each
 * vertex after the first is joined to a uniformly chosen earlier one. Edges are `[u, v]` with
 * u < v, in order of joining; shuffle them where the order must tell nothing.
 */
export function randomRecursiveTree(
  vertexCount: number,
  random: Random,
  from = 0,
): [number, number][] {
  const order = random.permutation(vertexCount, from);
  return order.slice(1).map((vertex, index) => {
    const earlier = order[random.integer(0, index)];
    return vertex < earlier ? [vertex, earlier] : [earlier, vertex];
  });
}

/**
 * A random recursive tree, each edge with a uniform weight from `low` to `high`: `[u, v, weight]`
 * with u < v, in random order.
 */
export function randomWeightedTree(
  vertexCount: number,
  [low, high]: readonly [low: number, high: number],
  random: Random,
  from = 0,
): [number, number, number][] {
  const edges = randomRecursiveTree(vertexCount, random, from).map(
    ([u, v]): [number, number, number] => [u, v, random.integer(low, high)],
  );
  return random.shuffle(edges);
}

/**
 * A tree on 0..vertexCount − 1, each of the labelled trees equally likely: decoded from a random
 * Prüfer sequence (1918), O(V). Edges are `[u, v]` with u < v; shuffle them where the order must
 * tell nothing.
 */
export function randomLabelledTree(vertexCount: number, random: Random): [number, number][] {
  if (vertexCount < 2) return [];
  const sequence = random.integers(vertexCount - 2, 0, vertexCount - 1);
  const degree = new Array<number>(vertexCount).fill(1);
  for (const vertex of sequence) degree[vertex]++;
  const edges: [number, number][] = [];
  const join = (u: number, v: number) => edges.push(u < v ? [u, v] : [v, u]);
  /** Every leaf below it but the current one is joined already. */
  let next = degree.indexOf(1);
  let leaf = next;
  for (const vertex of sequence) {
    join(leaf, vertex);
    if (--degree[vertex] === 1 && vertex < next) {
      leaf = vertex;
    } else {
      next = degree.indexOf(1, next + 1);
      leaf = next;
    }
  }
  join(leaf, vertexCount - 1);
  return edges;
}
