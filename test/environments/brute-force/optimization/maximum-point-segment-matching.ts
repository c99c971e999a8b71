import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Instance {
  points: number[];
  segments: [number, number][];
  gold_answer: number;
}

export const maximumPointSegmentMatching = bruteForce<Instance>(
  "MaximumPointSegmentMatching",
  [{ MAX_C_N: 3 }, { MAX_C_N: 6 }],
  ({ points, segments, gold_answer }, answer) => {
    const holds = (point: number, segment: number) =>
      segments[segment][0] <= points[point] && points[point] <= segments[segment][1];
    const most = (point: number, free: readonly number[]): number => {
      if (point === points.length) return 0;
      const uses = free
        .filter((segment) => holds(point, segment))
        .map(
          (segment) =>
            1 +
            most(
              point + 1,
              free.filter((other) => other !== segment),
            ),
        );
      return Math.max(most(point + 1, free), ...uses);
    };
    expect(gold_answer).toBe(most(0, [...segments.keys()]));
    const pairs = answer.split("\n").map(toIntegers);
    expect(pairs).toHaveLength(gold_answer);
    for (const [point, segment] of pairs) expect(holds(point, segment)).toBe(true);
    for (const side of [0, 1])
      expect(new Set(pairs.map((pair) => pair[side])).size).toBe(pairs.length);
  },
);
