import type { AdjacencyMatrix } from "./adjacency-matrix.ts";
import { maximumClique } from "./maximum-clique.ts";

/**
 * A proper colouring with as few colours as possible, the colours counted from 0: DSATUR (Brélaz,
 * 1979) as branch and bound. A largest clique takes different colours; then always the uncoloured
 * vertex with most colours around it takes each used colour and one new one, as long as fewer
 * colours than the best colouring has are in use. The search ends early where the best one needs no
 * more colours than the clique. Exact, since all colourings are tried up to the names of colours;
 * exponential at worst.
 */
export function minimumColouring(adjacent: AdjacencyMatrix): number[] {
  const vertexCount = adjacent.length;
  const neighbours = adjacent.map((row) => [...row.keys()].filter((other) => row[other] === 1));
  const clique = maximumClique(adjacent);
  const colours = new Array<number>(vertexCount).fill(-1);
  /** How many neighbours of a vertex have a colour. */
  const around = neighbours.map(() => new Int32Array(vertexCount + 1));
  const saturation = new Int32Array(vertexCount);
  let best: number[] = [];
  let bestCount = vertexCount + 1;

  function paint(vertex: number, colour: number): void {
    colours[vertex] = colour;
    for (const other of neighbours[vertex]) {
      if (around[other][colour]++ === 0) saturation[other]++;
    }
  }

  function clear(vertex: number): void {
    for (const other of neighbours[vertex]) {
      if (--around[other][colours[vertex]] === 0) saturation[other]--;
    }
    colours[vertex] = -1;
  }

  /** The most constrained uncoloured vertex; ties go to the higher degree; −1 if all are coloured. */
  function mostConstrained(): number {
    let chosen = -1;
    for (let vertex = 0; vertex < vertexCount; vertex++) {
      if (colours[vertex] !== -1) continue;
      const lead = chosen === -1 ? 1 : saturation[vertex] - saturation[chosen];
      if (lead > 0 || (lead === 0 && neighbours[vertex].length > neighbours[chosen].length)) {
        chosen = vertex;
      }
    }
    return chosen;
  }

  function search(used: number): void {
    const vertex = mostConstrained();
    if (vertex === -1) {
      best = [...colours];
      bestCount = used;
      return;
    }
    for (let colour = 0; colour <= used && Math.max(used, colour + 1) < bestCount; colour++) {
      if (around[vertex][colour] > 0) continue;
      paint(vertex, colour);
      search(Math.max(used, colour + 1));
      clear(vertex);
      if (bestCount === clique.length) return;
    }
  }

  for (const [colour, vertex] of clique.entries()) paint(vertex, colour);
  search(clique.length);
  return best;
}
