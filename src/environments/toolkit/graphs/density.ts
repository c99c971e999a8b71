/**
 * ⌊density · V · (V − 1) / 2⌋, the edges of an undirected graph of that density: in doubles, from
 * left to right, since which densities a level offers may depend on the rounding.
 */
export function countEdges(vertexCount: number, density: number): number {
  return Math.floor((density * vertexCount * (vertexCount - 1)) / 2);
}
