import type { Random } from "./random.ts";

/**
 * The edges `[u, v]`, u < v, of a random graph on 0..vertexCount−1 in which every vertex has an even
 * degree, 0 included: each vertex but the first and the last is joined to a random number of random
 * earlier ones, and the last one to all whose degree is then odd. There are none below three vertices.
 */
export function randomEvenGraph(vertexCount: number, random: Random): [number, number][] {
  const last = vertexCount - 1;
  const edges: [number, number][] = [];
  const degree = new Array<number>(vertexCount).fill(0);
  function join(u: number, v: number): void {
    edges.push([u, v]);
    degree[u]++;
    degree[v]++;
  }
  for (let vertex = 1; vertex < last; vertex++) {
    const count = random.integer(0, vertex);
    for (const earlier of random.distinctIntegers(count, 0, vertex - 1)) join(earlier, vertex);
  }
  // An even number of vertices has an odd degree, so that the last one's becomes even, too.
  for (let vertex = 0; vertex < last; vertex++) if (degree[vertex] % 2 === 1) join(vertex, last);
  return edges;
}
