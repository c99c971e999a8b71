import type { AdjacencyMatrix } from "./adjacency-matrix.ts";

/**
 * A largest set of pairwise adjacent vertices, by branch and bound: the candidates are coloured
 * greedily, and since a clique has at most one vertex of each colour, those of the highest colour
 * are tried first and the search is cut where size plus colour does not exceed the best (Tomita and
 * Seki, 2003). Exact; exponential at worst, about a millisecond for 45 vertices of any density.
 */
export function maximumClique(adjacent: AdjacencyMatrix): number[] {
  let best: number[] = [];
  const clique: number[] = [];

  function extend(candidates: readonly number[]): void {
    const { order, colours } = colourGreedily(candidates, adjacent);
    for (let index = order.length - 1; index >= 0; index--) {
      if (clique.length + colours[index] <= best.length) return;
      const vertex = order[index];
      clique.push(vertex);
      const next = order.slice(0, index).filter((other) => adjacent[vertex][other] === 1);
      if (next.length > 0) extend(next);
      else if (clique.length > best.length) best = [...clique];
      clique.pop();
    }
  }

  const degree = adjacent.map((row) => row.reduce((sum, bit) => sum + bit, 0));
  extend([...adjacent.keys()].sort((u, v) => degree[v] - degree[u]));
  return best.sort((u, v) => u - v);
}

/** The vertices by ascending colour, and the colour of each, counted from 1. */
function colourGreedily(vertices: readonly number[], adjacent: AdjacencyMatrix) {
  const classes: number[][] = [];
  for (const vertex of vertices) {
    const row = adjacent[vertex];
    const open = classes.find((members) => members.every((member) => row[member] === 0));
    if (open === undefined) classes.push([vertex]);
    else open.push(vertex);
  }
  return {
    order: classes.flat(),
    colours: classes.flatMap((members, index) => members.map(() => index + 1)),
  };
}
