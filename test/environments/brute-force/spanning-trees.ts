import { subsets, toIntegers } from "./enumerations.ts";

/** An undirected edge with what else belongs to it. */
export type Edge = [u: number, v: number, ...rest: number[]];

/** Whether everything is reached from vertex 0. */
export function isConnected(N: number, edges: readonly Edge[]): boolean {
  const reached = new Set([0]);
  for (const vertex of reached) {
    for (const [u, v] of edges) {
      if (u === vertex) reached.add(v);
      if (v === vertex) reached.add(u);
    }
  }
  return reached.size === N;
}

/** All spanning trees. */
export function spanningTrees(N: number, edges: readonly Edge[]): Edge[][] {
  return [...subsets(edges)].filter((chosen) => chosen.length === N - 1 && isConnected(N, chosen));
}

/** The edges that a text names by their ends, in the order of the text; undefined for what is none. */
export function namedEdges(text: string, edges: readonly Edge[]): (Edge | undefined)[] {
  const ends = toIntegers(text);
  return ends.flatMap((end, at) =>
    at % 2 === 0
      ? [
          edges.find((edge) =>
            [end, ends[at + 1]].every((vertex) => edge.slice(0, 2).includes(vertex)),
          ),
        ]
      : [],
  );
}

/** How many of the edges each vertex is an end of. */
export function degreesOf(N: number, edges: readonly Edge[]): number[] {
  return Array.from(
    { length: N },
    (_, vertex) => edges.filter(([u, v]) => u === vertex || v === vertex).length,
  );
}
