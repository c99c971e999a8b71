import { UnionFind } from "../graphs/union-find.ts";

/**
 * Why edges do not form a tree on `from`..`from + vertexCount − 1`, as a reason; undefined if they do.
 * O(V).
 */
export function findTreeFault(
  edges: readonly (readonly [number, number])[],
  vertexCount: number,
  from = 0,
): string | undefined {
  if (edges.length !== vertexCount - 1)
    return `${edges.length} edges instead of ${vertexCount - 1}`;
  const components = new UnionFind(vertexCount);
  const isVertex = (vertex: number) => vertex >= from && vertex < from + vertexCount;
  for (const [u, v] of edges) {
    if (!isVertex(u) || !isVertex(v))
      return `the edge ${u} ${v} joins a vertex that does not exist`;
    if (!components.unite(u - from, v - from)) return `the edge ${u} ${v} closes a cycle`;
  }
  return undefined;
}
