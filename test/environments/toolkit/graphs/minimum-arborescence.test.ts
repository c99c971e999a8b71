import fc from "fast-check";
import { expect, test } from "vitest";
import { minimumArborescence } from "../../../../src/environments/toolkit/graphs/minimum-arborescence.ts";
import { subsets } from "../../brute-force/enumerations.ts";

type Arc = [from: number, to: number, weight: number];

test("the arborescence spans, and weighs as little as exhaustion finds", () => {
  const vertex = fc.nat(4);
  const arc = fc.tuple(vertex, vertex, fc.integer({ min: -3, max: 9 }));
  fc.assert(
    fc.property(fc.array(arc, { maxLength: 11 }), vertex, (arcs, root) => {
      const weights = [...subsets(arcs)]
        .filter((chosen) => chosen.length === 4 && reachCount(chosen, root) === 5)
        .map(weigh);
      const chosen = minimumArborescence(5, arcs, root)?.map((index) => arcs[index]);
      if (weights.length === 0) {
        expect(chosen).toBeUndefined();
        return;
      }
      expect(chosen).toHaveLength(4);
      expect(reachCount(chosen ?? [], root)).toBe(5);
      expect(weigh(chosen ?? [])).toBe(Math.min(...weights));
    }),
    { numRuns: 60 },
  );
});

function reachCount(arcs: readonly Arc[], root: number): number {
  const reached = new Set([root]);
  for (const vertex of reached) {
    for (const [from, to] of arcs) if (from === vertex) reached.add(to);
  }
  return reached.size;
}

function weigh(arcs: readonly Arc[]): number {
  return arcs.reduce((sum, [, , weight]) => sum + weight, 0);
}
