import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOfColoursByClasses } from "../../../../src/environments/engines/colourings/by-classes.ts";
import { sumOfColoursByFrontier } from "../../../../src/environments/engines/colourings/by-frontier.ts";
import { range, sequences } from "../../brute-force/enumerations.ts";

const graphs = fc.integer({ min: 1, max: 5 }).chain((N) =>
  fc.record({
    limits: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: N, maxLength: N }),
    edges: fc
      .subarray(
        range(0, N - 1).flatMap((u) => range(u + 1, N - 1).map((v): [number, number] => [u, v])),
      )
      .map((edges) => edges),
  }),
);

test("both ways to sum the colours of all colourings agree with the definition", () => {
  fc.assert(
    fc.property(graphs, ({ edges, limits }) => {
      const colourings = [...sequences(range(0, 4), limits.length)].filter(
        (c) =>
          c.every((colour, u) => colour <= limits[u]) && edges.every(([u, v]) => c[u] !== c[v]),
      );
      const expected = colourings.reduce((sum, c) => sum + new Set(c).size, 0);
      expect(sumOfColoursByClasses({ edges, limits })).toBe(BigInt(expected));
      expect(sumOfColoursByFrontier({ edges, limits })).toBe(BigInt(expected));
    }),
    { numRuns: 60 },
  );
});
