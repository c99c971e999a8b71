import type { AdjacencyMatrix } from "./adjacency-matrix.ts";

/**
 * For each vertex of a pattern its image in a host, all different, so that two vertices are adjacent
 * exactly where their images are (an induced subgraph isomorphism; between graphs of one size an
 * isomorphism). Backtracking with forward checking: each vertex keeps the images still possible, at
 * first those with neighbours and strangers enough; a choice leaves every other vertex only the
 * neighbours or only the strangers of the image. The vertex with fewest images is next, ties by
 * degree. Exact; exponential at worst.
 * @returns undefined if there is none
 */
export function findInducedEmbedding(
  pattern: AdjacencyMatrix,
  host: AdjacencyMatrix,
): number[] | undefined {
  const [patternSize, hostSize] = [pattern.length, host.length];
  const degreesOf = (graph: AdjacencyMatrix) =>
    graph.map((row) => row.reduce((sum, bit) => sum + bit, 0));
  const [degree, hostDegree] = [degreesOf(pattern), degreesOf(host)];
  const images = new Array<number>(patternSize).fill(-1);

  function search(domains: readonly (readonly number[])[]): boolean {
    let next = -1;
    for (let vertex = 0; vertex < patternSize; vertex++) {
      if (images[vertex] !== -1) continue;
      const lead = next === -1 ? 1 : domains[next].length - domains[vertex].length;
      if (lead > 0 || (lead === 0 && degree[vertex] > degree[next])) next = vertex;
    }
    if (next === -1) return true;
    for (const image of domains[next]) {
      images[next] = image;
      const narrowed = narrow(domains, next, image);
      if (narrowed !== undefined && search(narrowed)) return true;
      images[next] = -1;
    }
    return false;
  }

  /** The domains after a choice; undefined if one is empty. */
  function narrow(domains: readonly (readonly number[])[], chosen: number, image: number) {
    const narrowed: (readonly number[])[] = [];
    for (let vertex = 0; vertex < patternSize; vertex++) {
      if (images[vertex] !== -1) {
        narrowed.push(domains[vertex]);
        continue;
      }
      const adjacency = pattern[chosen][vertex];
      const left = domains[vertex].filter(
        (candidate) => candidate !== image && host[image][candidate] === adjacency,
      );
      if (left.length === 0) return undefined;
      narrowed.push(left);
    }
    return narrowed;
  }

  const strangersTooFew = hostSize - patternSize;
  const possible = degree.map((count) =>
    [...hostDegree.keys()].filter(
      (image) => hostDegree[image] >= count && hostDegree[image] - count <= strangersTooFew,
    ),
  );
  return search(possible) ? images : undefined;
}
