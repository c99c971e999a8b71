import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const sumTriangleArea = bruteForce<{ points: [number, number][]; reference_answer: number }>(
  "SumTriangleArea",
  [4, 7].map((N) => ({ N })),
  ({ points, reference_answer }, answer) => {
    const triples = [...subsets(points)].filter((some) => some.length === 3);
    const total = triples.reduce((sum, [a, b, c]) => {
      const area = a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]);
      return sum + Math.abs(area);
    }, 0);
    expect(reference_answer).toBe(total);
    expect(answer).toBe(String(total));
  },
);
