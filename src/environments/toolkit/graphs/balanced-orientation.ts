import { FlowNetwork } from "./max-flow.ts";

type Edge = readonly [u: number, v: number];

/**
 * The undirected edges of a mixed graph on 0..vertexCount−1, each turned so that as many edges,
 * directed ones included, leave as enter every vertex; there must be such an orientation. At first each
 * leads as it is given; turning one takes an edge out away from one end and gives it to the other, so
 * that edges along a flow of units from vertices with too many out to those with too few are turned.
 * O(E^1.5).
 */
export function balancedOrientation(
  vertexCount: number,
  undirected: readonly Edge[],
  directed: readonly Edge[],
): Edge[] {
  const excess = new Array<number>(vertexCount).fill(0);
  for (const [from, to] of [...undirected, ...directed]) {
    excess[from]++;
    excess[to]--;
  }
  const [source, sink] = [vertexCount, vertexCount + 1];
  const network = new FlowNetwork(vertexCount + 2);
  for (const [from, to] of undirected) network.addEdge(from, to, 1);
  for (const [vertex, count] of excess.entries()) {
    if (count > 0) network.addEdge(source, vertex, count / 2);
    if (count < 0) network.addEdge(vertex, sink, -count / 2);
  }
  network.maximumFlow(source, sink);
  return undirected.map(([u, v], edge) => (network.flowThrough(edge) === 1 ? [v, u] : [u, v]));
}
