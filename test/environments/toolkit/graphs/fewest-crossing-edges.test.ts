import fc from "fast-check";
import { expect, test } from "vitest";
import { fewestCrossingEdges } from "../../../../src/environments/toolkit/graphs/fewest-crossing-edges.ts";
import { allPairs } from "../../../../src/environments/toolkit/graphs/pairs.ts";
import { colourings } from "../../brute-force/colourings.ts";
import { range } from "../../brute-force/enumerations.ts";

const countCrossing = (parts: readonly number[], edges: readonly (readonly number[])[]) =>
  edges.filter(([u, v]) => parts[u] !== parts[v]).length;

/** Two triangles at the ends of a path: one large part with single vertices is not the best. */
const TRIANGLES_APART = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [5, 7],
  [6, 7],
];

test("two dense parts are found where they are better than one", () => {
  expect(countCrossing(fewestCrossingEdges(8, TRIANGLES_APART, 4), TRIANGLES_APART)).toBe(3);
});

test("as few edges cross as exhaustion finds", () => {
  const partitions = [...colourings(7)];
  fc.assert(
    fc.property(
      fc.subarray(allPairs(7), { maxLength: 12 }),
      fc.integer({ min: 1, max: 7 }),
      (edges, partCount) => {
        const allowed = partitions.filter((parts) => new Set(parts).size === partCount);
        const found = fewestCrossingEdges(7, edges, partCount);
        expect([...new Set(found)].sort()).toEqual(range(0, partCount - 1));
        const least = Math.min(...allowed.map((parts) => countCrossing(parts, edges)));
        expect(countCrossing(found, edges)).toBe(least);
      },
    ),
  );
});
