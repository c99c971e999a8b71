import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, subsets, toIntegers } from "../enumerations.ts";

export const largestRectangleAmongPoints = bruteForce<{
  N: number;
  points: [number, number][];
  gold_answer: number;
}>(
  "LargestRectangle_AmongPoints",
  [5, 7, 9].map((N) => ({ N })),
  ({ N, points, gold_answer }, answer) => {
    /** The area if the points are corners in some order, or 0. */
    const area = (chosen: number[]) =>
      Math.max(
        ...[...permutations(chosen)].map((order) => {
          const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = order.map((index) => points[index]);
          const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - ax, dy - ay];
          const isRectangle = ux * vx + uy * vy === 0 && cx === bx + vx && cy === by + vy;
          return isRectangle ? Math.abs(ux * vy - uy * vx) : 0;
        }),
      );
    const choices = [...subsets(range(0, N - 1))].filter(({ length }) => length === 4);
    expect(gold_answer).toBe(Math.max(...choices.map(area)));
    expect(new Set(toIntegers(answer)).size).toBe(4);
    expect(area(toIntegers(answer))).toBe(gold_answer);
  },
);
