/**
 * ⌊density · V · (V − 1) / 2⌋, the edges of an undirected graph of that density: in doubles, from
 * left to right, since which densities a level offers may depend on the rounding.
 */
export function countEdges(vertexCount: number, density: number): number {
  return Math.floor((density * vertexCount * (vertexCount - 1)) / 2);
}

/** A parameter set of a random graph. */
export interface DensitySet {
  readonly N: number;
  readonly edge_density: number;
}

/** The parameter sets of a level, one for each density that gives `least` edges or more. */
export function densitySets(N: number, densities: readonly number[], least: number): DensitySet[] {
  return densities
    .filter((edge_density) => countEdges(N, edge_density) >= least)
    .map((edge_density) => ({ N, edge_density }));
}
