import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const fireworkShow = bruteForce<{
  parents: [parent: number, length: number][];
  reference_answer: number;
}>(
  "FireworkShow",
  [2, 3, 6, 9].map((N) => ({ N })),
  ({ parents, reference_answer }, answer) => {
    /** The least cost by which all leaves below a vertex come to a distance from it. */
    const cost = (vertex: number, distance: number): number => {
      const key = `${vertex} ${distance}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const children = parents.flatMap(([parent, length], index) =>
        parent === vertex ? [{ child: index + 2, length }] : [],
      );
      const isLeaf = children.length === 0;
      const least = children
        .map(({ child, length }) =>
          Math.min(
            ...range(0, distance).map(
              (changed) => Math.abs(length - changed) + cost(child, distance - changed),
            ),
          ),
        )
        .reduce((sum, part) => sum + part, isLeaf && distance > 0 ? Infinity : 0);
      known.set(key, least);
      return least;
    };
    const known = new Map<string, number>();
    const longest = parents.reduce((sum, [, length]) => sum + length, 0);
    const least = Math.min(...range(0, longest).map((distance) => cost(1, distance)));
    expect(reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
