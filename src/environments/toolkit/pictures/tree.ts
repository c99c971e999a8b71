import type { TooLarge, TreePicture } from "../../../picture.ts";
import { type GraphLook, type ShownEdge, toEdges, toVertices } from "./graph.ts";
import { findExcess } from "./marks.ts";

/** How a tree looks: as a graph, from its root downwards. */
export interface TreeLook extends GraphLook {
  /** Default the first vertex. */
  readonly root?: number;
}

/** A tree or forest, its root on top, and what an answer chose of it. O(vertices + answer). */
export function treePicture(
  vertices: number,
  edges: readonly ShownEdge[],
  look: TreeLook = {},
): TreePicture | TooLarge {
  const { base = 0, root = base } = look;
  return (
    findExcess({ "tree vertices": vertices, edges: edges.length }) ?? {
      kind: "tree",
      root: root - base,
      vertices: toVertices(vertices, look),
      edges: toEdges(vertices, edges, look),
    }
  );
}

/**
 * The edges of a tree from the parents of its vertices `first`, `first` + 1, …; a parent below
 * `base` is none.
 */
export function parentEdges(parents: readonly number[], first: number, base = 0): ShownEdge[] {
  return parents.flatMap((parent, index): ShownEdge[] =>
    parent < base ? [] : [[parent, first + index]],
  );
}
