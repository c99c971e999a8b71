import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const lasLaser = bruteForce<{
  segments: [number, number, number, number][];
  K: number;
  reference_answer: number;
}>(
  "LASLaser",
  [2, 3, 5].map((N) => ({ N })),
  ({ segments, K, reference_answer }, answer) => {
    // Rays through end points do; a segment is hit if its ends are not on the same side of the ray.
    const rays = segments.flatMap(([x1, y1, x2, y2]) => [
      [x1, y1],
      [x2, y2],
    ]);
    const isHit = ([x1, y1, x2, y2]: number[], [x, y]: number[]) =>
      (x * y1 - y * x1) * (x * y2 - y * x2) <= 0;
    const hits = [...subsets(rays)]
      .filter(({ length }) => length <= K)
      .map((chosen) =>
        segments.map((segment) => chosen.filter((ray) => isHit(segment, ray)).length),
      )
      .filter((counts) => counts.every((count) => count <= 1));
    const most = Math.max(...hits.map((counts) => counts.filter((count) => count === 1).length));
    expect(reference_answer).toBe(most);
    expect(answer).toBe(String(most));
  },
);
