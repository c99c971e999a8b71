import { type Edge, toAdjacency } from "./adjacency.ts";
import { UnionFind } from "./union-find.ts";

/**
 * The numbers of the edges whose removal disconnects their ends, ascending. Of a breadth-first
 * spanning forest exactly those edges are bridges that no cycle of another edge and the forest's path
 * between its ends covers; covered paths are contracted, so that each forest edge is passed once.
 * Parallel edges are none. O((V + E) α).
 */
export function findBridges(vertexCount: number, edges: readonly Edge[]): number[] {
  const adjacency = toAdjacency(vertexCount, edges);
  const parent = new Int32Array(vertexCount).fill(-1);
  const parentEdge = new Int32Array(vertexCount).fill(-1);
  const depth = new Int32Array(vertexCount).fill(-1);
  for (let root = 0; root < vertexCount; root++) {
    if (depth[root] !== -1) continue;
    depth[root] = 0;
    const queue = [root];
    for (const vertex of queue) {
      for (const { to, edge } of adjacency[vertex]) {
        if (depth[to] !== -1) continue;
        depth[to] = depth[vertex] + 1;
        parent[to] = vertex;
        parentEdge[to] = edge;
        queue.push(to);
      }
    }
  }
  const blocks = new UnionFind(vertexCount);
  // The vertex of each block that is nearest the root.
  const top = Int32Array.from({ length: vertexCount }, (_, vertex) => vertex);
  const isBridge = new Uint8Array(edges.length);
  for (const edge of parentEdge) if (edge !== -1) isBridge[edge] = 1;
  for (const [edge, [u, v]] of edges.entries()) {
    if (parentEdge[u] === edge || parentEdge[v] === edge) continue;
    let [a, b] = [top[blocks.find(u)], top[blocks.find(v)]];
    while (a !== b) {
      if (depth[a] < depth[b]) [a, b] = [b, a];
      isBridge[parentEdge[a]] = 0;
      const above = top[blocks.find(parent[a])];
      blocks.unite(a, above);
      top[blocks.find(a)] = above;
      a = above;
    }
  }
  return [...isBridge.keys()].filter((edge) => isBridge[edge] === 1);
}
