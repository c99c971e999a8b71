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
