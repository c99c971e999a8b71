/*
 * What an environment says of an instance to be drawn: data, which the files beside this one draw.
 */

export interface GridPicture {
  readonly kind: "grid";
  /** Rows of cells: a number, a letter, or null for an empty one. */
  readonly cells: readonly (readonly (number | string | null)[])[];
}

/** Vertices are numbered from `base` on, 0 where nothing is said. */
export interface GraphPicture {
  readonly kind: "graph";
  readonly vertices: number;
  readonly base?: number;
  readonly directed?: boolean;
  /** From, to, and a weight where edges have one. */
  readonly edges: readonly (readonly [number, number, (number | string)?])[];
  readonly labels?: readonly (number | string)[];
}

/** A graph that is drawn from its root downwards. */
export interface TreePicture extends Omit<GraphPicture, "kind"> {
  readonly kind: "tree";
  readonly root?: number;
}

export interface PointsPicture {
  readonly kind: "points";
  readonly points: readonly (readonly [number, number])[];
  /** Pairs of points, each a straight line. */
  readonly segments?: readonly (readonly [readonly [number, number], readonly [number, number]])[];
}

export interface BarsPicture {
  readonly kind: "bars";
  readonly values: readonly number[];
}

export type Picture = GridPicture | GraphPicture | TreePicture | PointsPicture | BarsPicture;

/** More than this is a blur, and takes a browser's time. */
export const MAX_DRAWN = 2500;
