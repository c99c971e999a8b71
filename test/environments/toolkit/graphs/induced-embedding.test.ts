import fc from "fast-check";
import { expect, test } from "vitest";
import { toAdjacencyMatrix } from "../../../../src/environments/toolkit/graphs/adjacency-matrix.ts";
import { findInducedEmbedding } from "../../../../src/environments/toolkit/graphs/induced-embedding.ts";
import { allPairs } from "../../../../src/environments/toolkit/graphs/pairs.ts";
import { permutations, range } from "../../brute-force/enumerations.ts";

const HOST_SIZE = 6;

test.each([4, 6])(
  "%i vertices are embedded, and not only where exhaustion finds no way",
  (size) => {
    const ways = [...permutations(range(0, HOST_SIZE - 1))].map((order) => order.slice(0, size));
    fc.assert(
      fc.property(
        fc.subarray(allPairs(size)),
        fc.subarray(allPairs(HOST_SIZE)),
        (patternEdges, hostEdges) => {
          const [pattern, host] = [
            toAdjacencyMatrix(size, patternEdges),
            toAdjacencyMatrix(HOST_SIZE, hostEdges),
          ];
          const isEmbedding = (images: readonly number[]) =>
            allPairs(size).every(([u, v]) => pattern[u][v] === host[images[u]][images[v]]);
          const images = findInducedEmbedding(pattern, host);
          if (images === undefined) {
            expect(ways.some(isEmbedding)).toBe(false);
          } else {
            expect(new Set(images).size).toBe(size);
            expect(isEmbedding(images)).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  },
);

test("a graph is found again under another numbering", () => {
  const numbering = fc.shuffledSubarray(range(0, HOST_SIZE - 1), { minLength: HOST_SIZE });
  fc.assert(
    fc.property(fc.subarray(allPairs(HOST_SIZE)), numbering, (edges, images) => {
      const renamed = edges.map(([u, v]) => [images[u], images[v]]);
      const host = toAdjacencyMatrix(HOST_SIZE, renamed);
      expect(findInducedEmbedding(toAdjacencyMatrix(HOST_SIZE, edges), host)).toBeDefined();
    }),
  );
});
