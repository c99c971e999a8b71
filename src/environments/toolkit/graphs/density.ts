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

/** ⌊density · V · (V − 1)⌋, the edges of a directed graph of that density, in the same arithmetic. */
export function countArcs(vertexCount: number, density: number): number {
  return Math.floor(density * vertexCount * (vertexCount - 1));
}

/** The parameter sets of a level of directed graphs, one for each density that gives `least` or more. */
export function arcDensitySets(
  N: number,
  densities: readonly number[],
  least: number,
): DensitySet[] {
  return densities
    .filter((edge_density) => countArcs(N, edge_density) >= least)
    .map((edge_density) => ({ N, edge_density }));
}

/** A parameter set of a random graph by its edges a vertex. */
export interface RatioSet {
  readonly N: number;
  readonly edge_ratio: number;
}

/** The parameter sets of a level, one for each number of edges a vertex that a simple graph has room for. */
export function ratioSets(N: number, ratios: readonly number[]): RatioSet[] {
  return ratios
    .filter((ratio) => Math.floor(N * ratio) <= (N * (N - 1)) / 2)
    .map((edge_ratio) => ({ N, edge_ratio }));
}

/** The ratios from 1 to 3 in steps of a tenth, as the nearest doubles. */
export const RATIOS_TO_THREE: readonly number[] = Array.from(
  { length: 21 },
  (_, step) => (10 + step) / 10,
);
