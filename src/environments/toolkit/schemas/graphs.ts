import { z } from "zod";
import { toDirectedAdjacency } from "../graphs/adjacency.ts";
import { topologicalOrder } from "../graphs/topological-order.ts";
import { UnionFind } from "../graphs/union-find.ts";
import { type Check, type Having, ofSound, refuse, type Size, sizeOf } from "./instances.ts";
import { integerFrom } from "./integers.ts";

/** Edges as their two ends. */
export const edges = z.array(z.tuple([z.int(), z.int()]));

/** Edges as their two ends and a weight from `min` to `max`; without `max`, below 2^53. */
export function weightedEdges(min: number, max = Number.MAX_SAFE_INTEGER) {
  return z.array(z.tuple([z.int(), z.int(), integerFrom(min, max)]));
}

type Edges = readonly (readonly [number, number, ...unknown[]])[];

/** What a graph may have that a simple one has not, and how its vertices are numbered. */
export interface GraphRules {
  /** The number of the first vertex. Default 0. */
  readonly from?: number;
  /** Whether an edge leads one way, so that the two directions between vertices differ. */
  readonly directed?: boolean;
  /** Whether an edge may join a vertex with itself. */
  readonly loops?: boolean;
  /** Whether several edges may join the same vertices. */
  readonly parallel?: boolean;
}

/** Checks that the edges of the field join vertices of the graph, and are as the rules say. O(E). */
export function graph<Field extends string>(
  field: Field,
  vertexCount: Size,
  { from = 0, directed = false, loops = false, parallel = false }: GraphRules = {},
): Check<Having<Field, Edges>> {
  return ofSound((payload) => {
    const count = sizeOf(vertexCount, payload.value);
    const seen = new Set<number>();
    for (const [index, [u, v]] of payload.value[field].entries()) {
      const at = [field, index];
      for (const [end, vertex] of [u, v].entries()) {
        if (vertex >= from && vertex < from + count) continue;
        return refuse(payload, [...at, end], `must be from ${from} to ${from + count - 1}`);
      }
      if (!loops && u === v) return refuse(payload, at, "joins a vertex with itself");
      if (parallel) continue;
      const [first, second] = directed || u < v ? [u, v] : [v, u];
      const key = (first - from) * count + second - from;
      if (seen.has(key)) return refuse(payload, at, "occurs twice");
      seen.add(key);
    }
  });
}

/** Checks that the edges of the field form a tree on all vertices. O(V). */
export function tree<Field extends string>(
  field: Field,
  vertexCount: Size,
  from = 0,
): Check<Having<Field, Edges>> {
  const joinsVertices = graph(field, vertexCount, { from, parallel: true });
  return ofSound((payload) => {
    const count = sizeOf(vertexCount, payload.value);
    const list = payload.value[field];
    if (list.length !== count - 1) {
      return refuse(
        payload,
        [field],
        `must be the ${count - 1} edges of a tree, not ${list.length}`,
      );
    }
    joinsVertices(payload);
    if (payload.issues.length > 0) return;
    const components = new UnionFind(count);
    for (const [index, [u, v]] of list.entries()) {
      if (components.unite(u - from, v - from)) continue;
      return refuse(payload, [field, index], "closes a cycle, though the edges must form a tree");
    }
  });
}

/** Checks that all vertices hang together by the edges of the field. O(V + E). */
export function connected<Field extends string>(
  field: Field,
  vertexCount: Size,
  from = 0,
): Check<Having<Field, Edges>> {
  return ofSound((payload) => {
    const count = sizeOf(vertexCount, payload.value);
    const list = payload.value[field];
    if (list.length >= count - 1) {
      const components = new UnionFind(count);
      for (const [u, v] of list) components.unite(u - from, v - from);
      if (components.count === 1) return;
    }
    refuse(payload, [field], "must connect all vertices");
  });
}

/** Checks that the directed edges of the field close no cycle. O(V + E). */
export function acyclic<Field extends string>(
  field: Field,
  vertexCount: Size,
  from = 0,
): Check<Having<Field, Edges>> {
  return ofSound((payload) => {
    const count = sizeOf(vertexCount, payload.value);
    const arcs = payload.value[field].map(([u, v]) => [u - from, v - from]);
    if (topologicalOrder(toDirectedAdjacency(count, arcs)).length < count) {
      refuse(payload, [field], "must close no cycle");
    }
  });
}
