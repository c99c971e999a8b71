import fc from "fast-check";
import { expect, test } from "vitest";
import { maximumMatching } from "../../../../src/environments/toolkit/graphs/bipartite-matching.ts";

const RIGHT_COUNT = 5;

test("the matching joins neighbours, each vertex once, and as many as exhaustion finds", () => {
  const neighbours = fc.uniqueArray(fc.nat(RIGHT_COUNT - 1));
  fc.assert(
    fc.property(fc.array(neighbours, { maxLength: 5 }), (adjacency) => {
      const partner = maximumMatching(adjacency, RIGHT_COUNT);
      expect(partner).toHaveLength(adjacency.length);
      const matched = [...partner.entries()].filter(([, right]) => right !== -1);
      expect(matched.every(([left, right]) => adjacency[left].includes(right))).toBe(true);
      expect(new Set(matched.map(([, right]) => right)).size).toBe(matched.length);
      expect(matched.length).toBe(largest(adjacency, []));
    }),
  );
});

function largest([first, ...rest]: number[][], taken: number[]): number {
  if (first === undefined) return 0;
  const free = first.filter((right) => !taken.includes(right));
  return Math.max(
    largest(rest, taken),
    ...free.map((right) => 1 + largest(rest, [...taken, right])),
  );
}
