import { findCountFault } from "../faults/counts.ts";
import { directedEdgeIndex, type EdgeIndex, edgeIndex } from "../graphs/edge-index.ts";
import { UnionFind } from "../graphs/union-find.ts";
import { formatFigure } from "../text/figures.ts";
import { invalid, malformed, type Verdict } from "./verdicts.ts";

type Edges = readonly (readonly [number, number, ...number[]])[];

/**
 * The numbers of the edges whose ends an answer lists one after the other (u1 v1 u2 v2 …), or the
 * verdict: −1 on an odd number of ends, −0.5 where no edge joins two of them. An edge that is listed
 * twice is given twice.
 */
export function chosenEdges(ends: readonly number[], edgeBetween: EdgeIndex): number[] | Verdict {
  if (ends.length % 2 === 1) return malformed(`${ends.length} integers do not form pairs`);
  const chosen: number[] = [];
  for (let place = 0; place < ends.length; place += 2) {
    const [u, v] = [ends[place], ends[place + 1]];
    const edge = edgeBetween(u, v);
    if (edge === -1) return invalid(`no edge joins ${formatFigure(u)} and ${formatFigure(v)}`);
    chosen.push(edge);
  }
  return chosen;
}

/**
 * The numbers of the edges of a spanning tree on 0..vertexCount−1, listed in the same way, or the
 * verdict: also −0.5 where they are not vertexCount − 1 edges that connect all vertices.
 */
export function chosenSpanningTree(
  ends: readonly number[],
  vertexCount: number,
  edges: Edges,
): number[] | Verdict {
  const fault = findCountFault({ length: Math.floor(ends.length / 2) }, vertexCount - 1, "edge");
  if (ends.length % 2 === 0 && fault !== undefined) return invalid(fault);
  const chosen = chosenEdges(ends, edgeIndex(edges));
  if (!Array.isArray(chosen)) return chosen;
  const components = new UnionFind(vertexCount);
  for (const edge of chosen) {
    const [u, v] = edges[edge];
    // V − 1 edges without a cycle connect all V vertices, and only they do.
    if (!components.unite(u, v)) return invalid(`the edge ${u} ${v} closes a cycle`);
  }
  return chosen;
}

/**
 * The numbers of the directed edges along a walk, which an answer gives by its vertices, or the
 * verdict: −0.5 where no edge leads from one vertex to the next.
 */
export function walkedEdges(walk: readonly number[], edges: Edges): number[] | Verdict {
  const edgeBetween = directedEdgeIndex(edges);
  const walked: number[] = [];
  for (let step = 1; step < walk.length; step++) {
    const [from, to] = [walk[step - 1], walk[step]];
    const edge = edgeBetween(from, to);
    if (edge === -1) {
      return invalid(`no edge leads from ${formatFigure(from)} to ${formatFigure(to)}`);
    }
    walked.push(edge);
  }
  return walked;
}
