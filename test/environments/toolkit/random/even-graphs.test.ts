import { expect, test } from "vitest";
import { randomEvenGraph } from "../../../../src/environments/toolkit/random/even-graphs.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("every vertex has an even degree, and no edge stands twice", () => {
  const random = new Random("even graphs");
  for (let vertexCount = 3; vertexCount <= 12; vertexCount++) {
    const edges = randomEvenGraph(vertexCount, random);
    const degree = new Array<number>(vertexCount).fill(0);
    for (const [u, v] of edges) {
      expect(u).toBeLessThan(v);
      degree[u]++;
      degree[v]++;
    }
    expect(degree.every((count) => count % 2 === 0)).toBe(true);
    expect(new Set(edges.map(String)).size).toBe(edges.length);
  }
});

test("all even graphs of four vertices come, the last one alone included", () => {
  const random = new Random("even graphs");
  const drawn = new Set(
    Array.from({ length: 500 }, () => randomEvenGraph(4, random).map(String).sort().join(" ")),
  );
  // The cycle space of the complete graph has 2^(6 − 3) graphs.
  expect(drawn.size).toBe(8);
});

test("below three vertices there are no edges", () => {
  for (const vertexCount of [0, 1, 2]) {
    expect(randomEvenGraph(vertexCount, new Random("few"))).toEqual([]);
  }
});
