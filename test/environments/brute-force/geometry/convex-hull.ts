import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, subsets } from "../enumerations.ts";

export const convexHull = bruteForce<{ points: [number, number][]; reference_answer: number }>(
  "ConvexHull",
  [3, 5, 8].map((N) => ({ N })),
  ({ points, reference_answer }, answer) => {
    // The largest polygon that any choice and order of the points encloses is the hull.
    const area = (corners: [number, number][]) =>
      Math.abs(
        corners.reduce((sum, [x, y], i) => {
          const [u, v] = corners[(i + 1) % corners.length];
          return sum + x * v - y * u;
        }, 0),
      );
    const some = points.length <= 5 ? [...permutations(points)] : [];
    const isSide = (a: [number, number], b: [number, number]) =>
      points.every((c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0);
    // Sides with all points to their left, joined to a polygon.
    const sides = [...subsets(points)]
      .filter((pair) => pair.length === 2)
      .flatMap(([a, b]) => [
        [a, b],
        [b, a],
      ])
      .filter(([a, b]) => isSide(a, b));
    const hull = sides.reduce((sum, [a, b]) => sum + a[0] * b[1] - a[1] * b[0], 0);
    expect(Math.max(hull, ...some.map(area))).toBe(hull);
    expect(reference_answer).toBe(hull);
    expect(answer).toBe(String(hull));
  },
);
