import type { Neighbour } from "./adjacency.ts";

/**
 * The strongly connected component of each vertex, numbered so that every edge between components
 * leads to the one of the smaller number. Tarjan (1972) without recursion, O(V + E).
 */
export function strongComponents(adjacency: readonly (readonly Neighbour[])[]): number[] {
  const vertexCount = adjacency.length;
  const componentOf = new Array<number>(vertexCount).fill(-1);
  const number = new Int32Array(vertexCount).fill(-1);
  const low = new Int32Array(vertexCount);
  const next = new Int32Array(vertexCount);
  const open: number[] = [];
  let [visited, count] = [0, 0];
  for (let start = 0; start < vertexCount; start++) {
    if (number[start] !== -1) continue;
    const path = [start];
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      if (number[vertex] === -1) {
        number[vertex] = visited;
        low[vertex] = visited++;
        open.push(vertex);
      }
      const neighbour = adjacency[vertex][next[vertex]++];
      if (neighbour !== undefined) {
        const { to } = neighbour;
        if (number[to] === -1) path.push(to);
        else if (componentOf[to] === -1) low[vertex] = Math.min(low[vertex], number[to]);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low[before] = Math.min(low[before], low[vertex]);
      if (low[vertex] < number[vertex]) continue;
      for (const member of open.splice(open.lastIndexOf(vertex))) componentOf[member] = count;
      count++;
    }
  }
  return componentOf;
}
