import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

type Point = [number, number];

interface Circle {
  points: Point[];
  gold_answer: number;
  reference_answer: string;
}

/** The radius of the smallest circle around two or three points. */
function radiusAround([a, b, c]: Point[]): number {
  const [ab, bc, ca] = [Math.hypot(a[0] - b[0], a[1] - b[1]), 0, 0].map((length, side) => {
    if (side === 0 || c === undefined) return length;
    const end = side === 1 ? b : a;
    return Math.hypot(end[0] - c[0], end[1] - c[1]);
  });
  const [short, middle, long] = [ab, bc, ca].sort((x, y) => x - y);
  if (long ** 2 >= short ** 2 + middle ** 2) return long / 2;
  const twiceArea = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  return (ab * bc * ca) / (2 * twiceArea);
}

/** By Helly's theorem, the largest of the smallest circles around any three points. */
export const smallestCircle = bruteForce<Circle>(
  "SmallestCircle",
  [{ N: 2 }, { N: 5 }, { N: 10 }],
  ({ points, gold_answer, reference_answer }, answer) => {
    const groups = points.flatMap((a, i) =>
      points.slice(0, i).flatMap((b, j) => [[a, b], ...points.slice(0, j).map((c) => [a, b, c])]),
    );
    const best = Math.max(...groups.map(radiusAround));
    expect(gold_answer).toBeCloseTo(best, 9);
    for (const text of [answer, reference_answer]) {
      const [x, y, r] = text.split(" ").map(Number);
      expect(r).toBeCloseTo(best, 9);
      for (const [px, py] of points) expect(Math.hypot(px - x, py - y)).toBeLessThan(r + 1e-8);
    }
  },
);
