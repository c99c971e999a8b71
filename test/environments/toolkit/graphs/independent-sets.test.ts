import fc from "fast-check";
import { expect, test } from "vitest";
import {
  independentSetsByBranching,
  independentSetsByFrontier,
} from "../../../../src/environments/toolkit/graphs/independent-sets.ts";
import { range, subsets } from "../../brute-force/enumerations.ts";

const graphs = fc.integer({ min: 0, max: 7 }).chain((N) =>
  fc.record({
    choices: fc.array(fc.bigInt({ min: 0n, max: 4n }), { minLength: N, maxLength: N }),
    edges: fc.subarray(
      range(0, N - 1).flatMap((u) => range(u + 1, N - 1).map((v): [number, number] => [u, v])),
    ),
  }),
);

test("both ways to count independent sets by choices agree with the definition", () => {
  fc.assert(
    fc.property(graphs, ({ choices, edges }) => {
      const vertices = range(0, choices.length - 1);
      const graph = {
        choices: new Map(choices.entries()),
        neighbours: new Map(
          vertices.map((u) => [
            u,
            edges.filter((edge) => edge.includes(u)).map(([a, b]) => (a === u ? b : a)),
          ]),
        ),
      };
      const independent = [...subsets(vertices)].filter(
        (set) => !edges.some(([u, v]) => set.includes(u) && set.includes(v)),
      );
      const expected = independent.reduce(
        (sum, set) => sum + set.reduce((ways, u) => ways * choices[u], 1n),
        0n,
      );
      expect(independentSetsByFrontier(graph)).toBe(expected);
      expect(independentSetsByBranching(graph)).toBe(expected);
    }),
    { numRuns: 60 },
  );
});
