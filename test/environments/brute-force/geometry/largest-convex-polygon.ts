import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const largestConvexPolygon = bruteForce<{
  N: number;
  points: [number, number][];
  gold_answer: number;
}>(
  "LargestConvexPolygon",
  [5, 7, 9].map((N) => ({ N })),
  ({ N, points, gold_answer }, answer) => {
    const side = (a: number, b: number, c: number) => {
      const [[ax, ay], [bx, by], [cx, cy]] = [points[a], points[b], points[c]];
      return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
    };
    // A point is a corner if a line through it and another has all others on one side.
    const isConvex = (chosen: number[]) =>
      chosen.length >= 3 &&
      chosen.every((a) =>
        chosen.some(
          (b) => b !== a && new Set(chosen.map((c) => side(a, b, c)).filter(Boolean)).size === 1,
        ),
      );
    const sizes = [...subsets(range(0, N - 1))].filter(isConvex).map(({ length }) => length);
    expect(gold_answer).toBe(Math.max(...sizes));
    const chosen = [...new Set(toIntegers(answer))].map((label) => label - 1);
    expect(chosen.length).toBe(gold_answer);
    expect(isConvex(chosen)).toBe(true);
  },
);
