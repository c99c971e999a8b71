import { FlowNetwork } from "./max-flow.ts";

/**
 * A maximum matching of a bipartite graph, as the right partner of each left vertex, −1 for none:
 * a maximum flow of units, O(E √V).
 * @param adjacency the right vertices, from 0, next to each left vertex
 */
export function maximumMatching(
  adjacency: readonly (readonly number[])[],
  rightCount: number,
): number[] {
  const leftCount = adjacency.length;
  const [source, sink] = [leftCount + rightCount, leftCount + rightCount + 1];
  const network = new FlowNetwork(leftCount + rightCount + 2);
  const edges = adjacency.map((rights, left) =>
    rights.map((right) => network.addEdge(left, leftCount + right, 1)),
  );
  for (let left = 0; left < leftCount; left++) network.addEdge(source, left, 1);
  for (let right = 0; right < rightCount; right++) network.addEdge(leftCount + right, sink, 1);
  network.maximumFlow(source, sink);
  return adjacency.map(
    (rights, left) => rights.find((_, at) => network.flowThrough(edges[left][at]) === 1) ?? -1,
  );
}
