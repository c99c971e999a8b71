import type { GraphPicture, TooLarge } from "../../../picture.ts";
import { toRows } from "../grids/cells.ts";
import {
  type Chosen,
  findExcess,
  isIndex,
  present,
  type Shown,
  toLabel,
  toMarks,
} from "./marks.ts";

/** An edge, with its weight or whatever else is told of it. */
export type ShownEdge = readonly [from: number, to: number, label?: Shown, ...further: Shown[]];

type Pair = readonly (number | bigint)[];

/** How a graph looks; `chosen` and `groups` are of vertices. */
export interface GraphLook extends Chosen {
  /** Whether edges are arrows; of each edge where they differ. */
  readonly directed?: boolean | readonly boolean[];
  /** From which number on vertices are counted, in edges and answers too. Default 0. */
  readonly base?: number;
  /** Names of the vertices, where they are not their numbers. */
  readonly labels?: readonly Shown[];
  /** What the problem tells of each vertex. */
  readonly notes?: readonly Shown[] | undefined;
  /** The answer's edges, by their numbers from 0. */
  readonly chosenEdges?: readonly (number | bigint)[] | undefined;
  /** Of each edge the group into which the answer puts it. */
  readonly edgeGroups?: readonly Shown[] | undefined;
  /** The answer's edges, by their ends. */
  readonly chosenPairs?: readonly Pair[] | undefined;
  /** The answer's edges, by their ends one after the other. */
  readonly chosenEnds?: Pair | undefined;
  /** The order in which the answer takes vertices. */
  readonly order?: readonly (number | bigint)[] | undefined;
  /** The vertices that the answer passes, in order: they and the edges between them. */
  readonly walk?: readonly (number | bigint)[] | undefined;
  /** Edges that the answer adds, by their ends. */
  readonly added?: readonly Pair[] | undefined;
}

/** A graph, and what an answer chose of it. O(vertices + edges + answer). */
export function graphPicture(
  vertices: number,
  edges: readonly ShownEdge[],
  look: GraphLook = {},
): GraphPicture | TooLarge {
  return (
    findExcess({ vertices, edges: edges.length }) ?? {
      kind: "graph",
      vertices: toVertices(vertices, look),
      edges: toEdges(vertices, edges, look),
    }
  );
}

/** The edges of a circle, each from a vertex to the next. */
export function circleEdges(count: number, base = 0): ShownEdge[] {
  return Array.from({ length: count }, (_, index) => [index + base, ((index + 1) % count) + base]);
}

/** The vertices of a picture. */
export function toVertices(count: number, look: GraphLook): GraphPicture["vertices"] {
  const { base = 0, labels, notes, groups, walk = [], order = walk, chosen = [] } = look;
  const marks = toMarks(count, { groups, chosen: [...chosen, ...walk] }, base);
  const turns = firstTurns(order, base);
  return Array.from({ length: count }, (_, index) => {
    const turn = turns.get(index);
    const told = [notes?.[index], groups?.[index], turn && `${turn}.`];
    const note = told.filter((it) => it !== undefined && it !== "").join(" · ");
    return present({
      label: toLabel(labels?.[index] ?? index + base),
      note: note === "" ? undefined : toLabel(note),
      mark: marks[index],
    });
  });
}

/** The first of the turns at which an answer comes to a vertex, from 1. */
function firstTurns(order: readonly (number | bigint)[], base: number): Map<number, number> {
  const turns = new Map<number, number>();
  for (const [step, vertex] of order.entries()) {
    const index = Number(vertex) - base;
    if (!turns.has(index)) turns.set(index, step + 1);
  }
  return turns;
}

/** The edges of a picture. */
export function toEdges(
  count: number,
  edges: readonly ShownEdge[],
  look: GraphLook,
): GraphPicture["edges"] {
  const { base = 0, directed = false, chosenEdges, edgeGroups, added = [] } = look;
  const isDirected = (index: number) =>
    typeof directed === "boolean" ? directed : (directed[index] ?? false);
  const marks = toMarks(edges.length, { chosen: chosenEdges, groups: edgeGroups });
  for (const index of named(edges, look, isDirected)) marks[index] = 1;
  const drawn = edges.map(([from, to, label], index) =>
    present({
      from: from - base,
      to: to - base,
      label: label === undefined ? undefined : toLabel(label),
      directed: isDirected(index) ? (true as const) : undefined,
      mark: marks[index],
    }),
  );
  const isVertex = (index: number) => isIndex(index, count);
  const further = added
    .slice(0, count)
    .map(([from, to]) => ({ from: Number(from) - base, to: Number(to) - base }))
    .filter(({ from, to }) => isVertex(from) && isVertex(to))
    .map((ends) =>
      present({
        ...ends,
        directed: directed === true ? (true as const) : undefined,
        mark: 1,
        added: true as const,
      }),
    );
  return [...drawn, ...further];
}

/** The edges that an answer names by their ends or walks along: of parallel ones each in its turn. */
function named(
  edges: readonly ShownEdge[],
  { chosenPairs = [], chosenEnds = [], walk = [] }: GraphLook,
  isDirected: (index: number) => boolean,
): number[] {
  const steps = walk.slice(1).map((to, step): Pair => [walk[step], to]);
  const pairs = [...chosenPairs, ...toRows(chosenEnds, 2), ...steps];
  if (pairs.length === 0) return [];
  const between = new Map<string, number[]>();
  const add = (from: number, to: number, index: number) => {
    const key = `${from} ${to}`;
    between.set(key, [...(between.get(key) ?? []), index]);
  };
  for (const [index, [from, to]] of edges.entries()) {
    add(from, to, index);
    if (!isDirected(index) && from !== to) add(to, from, index);
  }
  const taken = new Set<number>();
  for (const [from, to] of pairs) {
    const index = between.get(`${from} ${to}`)?.find((it) => !taken.has(it));
    if (index !== undefined) taken.add(index);
  }
  return [...taken];
}
