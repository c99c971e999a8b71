import type { Edge } from "./adjacency.ts";
import { toAdjacencyMatrix } from "./adjacency-matrix.ts";
import { maximumClique } from "./maximum-clique.ts";

/**
 * A proper colouring in which every pair of colours occurs on at most one edge (a harmonious
 * colouring), with as few colours as possible, counted from 0. Vertices at distance 1 or 2 must
 * differ, so the numbers of colours from the largest clique of that graph on, and from what the
 * edges need pairs for, are tried in turn; each by backtracking, always at the vertex with fewest
 * possible colours (ties: of highest degree), over the colours in use and one new one. A colour is
 * possible if no vertex within distance 2 has it, the pairs it makes are new, and the degrees of its
 * vertices are no more than the other colours. Exact; exponential at worst.
 */
export function harmoniousColouring(vertexCount: number, edges: readonly Edge[]): number[] {
  const adjacent = toAdjacencyMatrix(vertexCount, edges);
  const neighbours = adjacent.map((row) => [...row.keys()].filter((v) => row[v] === 1));
  const near = neighbours.map((around, vertex) => {
    const within = new Set(around.flatMap((other) => [other, ...neighbours[other]]));
    within.delete(vertex);
    return [...within];
  });
  const clique = maximumClique(
    toAdjacencyMatrix(
      vertexCount,
      near.flatMap((others, vertex) => others.map((other) => [vertex, other])),
    ),
  );
  let count = Math.max(1, clique.length);
  while ((count * (count - 1)) / 2 < edges.length) count++;
  for (; ; count++) {
    const colours = colourWith(count, neighbours, near);
    if (colours !== undefined) return colours;
  }
}

/** A harmonious colouring with so many colours; undefined if there is none. */
function colourWith(
  count: number,
  neighbours: readonly (readonly number[])[],
  near: readonly (readonly number[])[],
): number[] | undefined {
  const colours = new Array<number>(neighbours.length).fill(-1);
  /** For each vertex, how many vertices near it have each colour. */
  const around = near.map(() => new Uint8Array(count));
  /** For each colour, whether it stands beside each other one, and the degrees of its vertices. */
  const isBeside = Array.from({ length: count }, () => new Uint8Array(count));
  const degrees = new Int32Array(count);

  function isPossible(vertex: number, colour: number): boolean {
    if (around[vertex][colour] > 0) return false;
    if (degrees[colour] + neighbours[vertex].length >= count) return false;
    return neighbours[vertex].every(
      (other) => colours[other] === -1 || isBeside[colour][colours[other]] === 0,
    );
  }

  function paint(vertex: number, colour: number, by: 1 | -1): void {
    for (const other of near[vertex]) around[other][colour] += by;
    degrees[colour] += by * neighbours[vertex].length;
    for (const other of neighbours[vertex]) {
      if (colours[other] === -1) continue;
      isBeside[colour][colours[other]] += by;
      isBeside[colours[other]][colour] += by;
    }
    colours[vertex] = by === 1 ? colour : -1;
  }

  function search(used: number): boolean {
    let chosen = -1;
    let choices: number[] = [];
    for (const [vertex, around] of neighbours.entries()) {
      if (colours[vertex] !== -1 || around.length === 0) continue;
      const possible: number[] = [];
      for (let colour = 0; colour <= used && colour < count; colour++) {
        if (isPossible(vertex, colour)) possible.push(colour);
      }
      if (possible.length === 0) return false;
      const lead = chosen === -1 ? 1 : choices.length - possible.length;
      if (lead > 0 || (lead === 0 && around.length > neighbours[chosen].length)) {
        [chosen, choices] = [vertex, possible];
      }
    }
    if (chosen === -1) return true;
    for (const colour of choices) {
      paint(chosen, colour, 1);
      if (search(Math.max(used, colour + 1))) return true;
      paint(chosen, colour, -1);
    }
    return false;
  }

  // Vertices without edges may have any colour that is used.
  return search(0) ? colours.map((colour) => Math.max(0, colour)) : undefined;
}
