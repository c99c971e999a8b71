import fc from "fast-check";
import { expect, test } from "vitest";
import { maximumWeightMatching } from "../../../../src/environments/toolkit/graphs/maximum-weight-matching.ts";
import { allPairs } from "../../../../src/environments/toolkit/graphs/pairs.ts";

const VERTEX_COUNT = 10;

/** The greatest weight by dynamic programming over the sets of vertices that are left. */
function greatestWeight(weights: ReadonlyMap<string, number>): number {
  const best = new Array<number>(2 ** VERTEX_COUNT).fill(0);
  for (let left = 1; left < best.length; left++) {
    const first = 31 - Math.clz32(left);
    best[left] = best[left ^ (1 << first)];
    for (let other = 0; other < first; other++) {
      const weight = weights.get(`${other} ${first}`);
      if (weight === undefined || (left & (1 << other)) === 0) continue;
      best[left] = Math.max(best[left], weight + best[left ^ (1 << first) ^ (1 << other)]);
    }
  }
  return best[best.length - 1];
}

test("the matching pairs neighbours, each vertex once, and weighs as much as any", () => {
  const pairs = fc.subarray(allPairs(VERTEX_COUNT));
  fc.assert(
    fc.property(
      pairs,
      fc.constantFrom(1, 3, 20),
      fc.infiniteStream(fc.nat()),
      (chosen, top, draws) => {
        const edges = chosen.map(([u, v]): [number, number, number] => {
          return [u, v, 1 + ((draws.next().value ?? 0) % top)];
        });
        const weights = new Map(edges.map(([u, v, weight]) => [`${u} ${v}`, weight]));
        const partner = maximumWeightMatching(VERTEX_COUNT, edges);
        let total = 0;
        for (const [vertex, other] of partner.entries()) {
          if (other === -1) continue;
          expect(partner[other]).toBe(vertex);
          if (vertex < other) total += weights.get(`${vertex} ${other}`) ?? Number.NaN;
        }
        expect(total).toBe(greatestWeight(weights));
      },
    ),
    { numRuns: 300 },
  );
});
