/**
 * The path to `target`, from its first vertex on, given the vertex before each on such a path (−1
 * where there is none): from a search of a graph, or from dynamic programming over a sequence.
 */
export function tracePath(predecessor: readonly number[], target: number): number[] {
  const path: number[] = [];
  for (let vertex = target; vertex !== -1; vertex = predecessor[vertex]) path.push(vertex);
  return path.reverse();
}
