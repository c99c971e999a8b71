import type { Random } from "./random.ts";
import { randomRecursiveTree } from "./trees.ts";

/**
 * A random connected simple graph on 0..vertexCount−1: a tree, by default a random recursive one,
 * filled up to `edgeCount` edges by uniformly sampled unused pairs (no more than a complete graph has). Edges
 * are `[u, v]` with u < v in random order. O(V²) only when the graph is dense, else O(E).
 */
export function randomConnectedGraph(
  vertexCount: number,
  edgeCount: number,
  random: Random,
  tree = randomRecursiveTree(vertexCount, random),
): [number, number][] {
  const further = randomFurtherEdges(vertexCount, tree, edgeCount - tree.length, random);
  return random.shuffle([...tree, ...further]);
}

/**
 * Up to `count` further edges `[u, v]`, u < v, of an undirected graph on 0..vertexCount−1, uniformly
 * sampled among the pairs that no edge joins yet; all of these if there are fewer. O(V²) only when
 * the graph is dense, else O(E).
 */
export function randomFurtherEdges(
  vertexCount: number,
  edges: readonly (readonly [number, number])[],
  count: number,
  random: Random,
): [number, number][] {
  const used = new Set(edges.map(([u, v]) => u * vertexCount + v));
  const pairCount = (vertexCount * (vertexCount - 1)) / 2;
  const missing = Math.min(count, pairCount - used.size);
  return missing > 0 ? unusedPairs(vertexCount, used, missing, random) : [];
}

/** Uniformly sampled pairs u < v whose key u·vertexCount + v is not used. */
function unusedPairs(
  vertexCount: number,
  used: ReadonlySet<number>,
  count: number,
  random: Random,
): [number, number][] {
  const pairCount = (vertexCount * (vertexCount - 1)) / 2;
  if (count + used.size > pairCount / 2) {
    const unused: [number, number][] = [];
    for (let u = 0; u < vertexCount; u++) {
      for (let v = u + 1; v < vertexCount; v++) {
        if (!used.has(u * vertexCount + v)) unused.push([u, v]);
      }
    }
    return random.sample(unused, count);
  }
  // Sparse: rejection takes fewer than two tries a pair on average.
  const taken = new Set(used);
  const pairs: [number, number][] = [];
  while (pairs.length < count) {
    const a = random.integer(0, vertexCount - 1);
    const b = random.integer(0, vertexCount - 1);
    const [u, v] = a < b ? [a, b] : [b, a];
    const key = u * vertexCount + v;
    if (a === b || taken.has(key)) continue;
    taken.add(key);
    pairs.push([u, v]);
  }
  return pairs;
}

/**
 * Up to `count` further edges of a directed graph on 0..vertexCount−1, uniformly sampled among the
 * ordered pairs of different vertices that no edge joins yet and `isAllowed` admits; all of these if
 * there are fewer. O(V²).
 */
export function randomFurtherArcs(
  vertexCount: number,
  edges: readonly (readonly number[])[],
  count: number,
  random: Random,
  isAllowed: (from: number, to: number) => boolean = () => true,
): [number, number][] {
  if (count <= 0) return [];
  const used = new Set(edges.map(([from, to]) => from * vertexCount + to));
  const unused: [number, number][] = [];
  for (let from = 0; from < vertexCount; from++) {
    for (let to = 0; to < vertexCount; to++) {
      if (from === to || used.has(from * vertexCount + to) || !isAllowed(from, to)) continue;
      unused.push([from, to]);
    }
  }
  return random.sample(unused, Math.min(count, unused.length));
}
