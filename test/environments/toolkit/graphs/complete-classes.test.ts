import { expect, test } from "vitest";
import { completeClasses } from "../../../../src/environments/toolkit/graphs/complete-classes.ts";
import { subsets } from "../../brute-force/enumerations.ts";

function neighboursOf(size: number, edges: readonly (readonly number[])[]): Int32Array {
  const neighbours = new Int32Array(size);
  for (const [u, v] of edges) {
    neighbours[u] |= 1 << v;
    neighbours[v] |= 1 << u;
  }
  return neighbours;
}

test("a path of five vertices splits into three classes that meet, not into four", () => {
  const path = [0, 1, 2, 3].map((u) => [u, u + 1]);
  const classes = completeClasses(neighboursOf(5, path), 0b11111, 3, 3) ?? [];
  expect(classes).toHaveLength(3);
  expect(classes.reduce((all, set) => all + set, 0)).toBe(0b11111);
  expect(completeClasses(neighboursOf(5, path), 0b11111, 4, 3)).toBeUndefined();
});

test("classes are found in just the graphs of four vertices that have them, by exhaustion", () => {
  const pairs = [0, 1, 2].flatMap((u) => [1, 2, 3].filter((v) => v > u).map((v) => [u, v]));
  const colourings = Array.from({ length: 4 ** 4 }, (_, code) =>
    [0, 1, 2, 3].map((vertex) => Math.floor(code / 4 ** vertex) % 4),
  );
  for (const edges of subsets(pairs)) {
    for (const count of [1, 2, 3, 4]) {
      const exists = colourings.some((colours) => {
        const met = new Set(edges.map(([u, v]) => [colours[u], colours[v]].sort().join()));
        const isProper = edges.every(([u, v]) => colours[u] !== colours[v]);
        const used = new Set(colours).size;
        return isProper && used === count && met.size === (count * (count - 1)) / 2;
      });
      const classes = completeClasses(neighboursOf(4, edges), 0b1111, count, 4);
      expect(classes !== undefined).toBe(exists);
    }
  }
});
