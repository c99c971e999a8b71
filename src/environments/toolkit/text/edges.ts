import { formatLines } from "./format.ts";
import { formatCount } from "./plural.ts";

/** Edges, a line each, the way every prompt prints them: "(u, v)", with a weight "(u, v, w)". */
export function formatEdges(edges: readonly (readonly (number | bigint)[])[]): string {
  return formatLines(edges, (edge) => `(${edge.join(", ")})`);
}

/** What the edges mean and how the vertices are numbered. */
export interface GraphWords {
  /** The number of the first vertex. Default 0. */
  readonly from?: number;
  /** Whether each edge has a weight, its third number. Default false. */
  readonly weighted?: boolean;
}

type Edges = readonly (readonly (number | bigint)[])[];

/**
 * The opening of a prompt about an undirected graph, with its edges: "An undirected graph has 5
 * vertices, numbered from 0 to 4, and 6 edges. Each line (u, v) below is an edge between …".
 */
export function describeGraph(vertexCount: number, edges: Edges, words: GraphWords = {}): string {
  const opening = `An undirected graph has ${countVertices(vertexCount, words)}, and ${countEdges(edges, words)}.`;
  return `${opening} ${explainLine("between the vertices u and v", words)}:\n${formatEdges(edges)}`;
}

/** The same for a directed graph, where (u, v) leads from u to v. */
export function describeDirectedGraph(
  vertexCount: number,
  edges: Edges,
  words: GraphWords = {},
): string {
  const opening = `A directed graph has ${countVertices(vertexCount, words)}, and ${countEdges(edges, words)}.`;
  const line = explainLine("from vertex u to vertex v", words);
  return `${opening} ${line}; it cannot be passed from v to u:\n${formatEdges(edges)}`;
}

/** The same for a tree, whose edges need not be counted. */
export function describeTree(vertexCount: number, edges: Edges, words: GraphWords = {}): string {
  const opening = `A tree has ${countVertices(vertexCount, words)}.`;
  return `${opening} ${explainLine("between the vertices u and v", words)}:\n${formatEdges(edges)}`;
}

function countVertices(count: number, { from = 0 }: GraphWords): string {
  return `${formatCount(count, "vertex", "vertices")}, numbered from ${from} to ${from + count - 1}`;
}

function countEdges({ length }: Edges, { weighted = false }: GraphWords): string {
  return formatCount(length, weighted ? "weighted edge" : "edge");
}

function explainLine(ends: string, { weighted = false }: GraphWords): string {
  return weighted
    ? `Each line (u, v, w) below is an edge ${ends} of weight w`
    : `Each line (u, v) below is an edge ${ends}`;
}

/** Edges as an answer gives them: both ends of each, all on one line, "u1 v1 u2 v2 …". */
export function formatEnds(edges: readonly (readonly number[])[]): string {
  return edges.map(([u, v]) => `${u} ${v}`).join(" ");
}

/** An example of so many edges in this form, or of any number: "u1 v1 u2 v2 …". */
export function placeholderEnds(count = Number.POSITIVE_INFINITY): string {
  const shown = Array.from({ length: Math.min(2, count) }, (_, at) => `u${at + 1} v${at + 1}`);
  return [...shown, ...(count > 2 ? ["…"] : [])].join(" ");
}
