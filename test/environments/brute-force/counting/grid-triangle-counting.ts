import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const gridTriangleCounting = bruteForce<{ N: number; M: number; reference_answer: bigint }>(
  "GridTriangleCounting",
  [{ MAX_N_M: 5 }],
  ({ N, M, reference_answer }, answer) => {
    const points = range(0, N).flatMap((x) => range(0, M).map((y) => [x, y]));
    let count = 0;
    for (const [i, [ax, ay]] of points.entries()) {
      for (const [j, [bx, by]] of points.slice(0, i).entries()) {
        for (const [cx, cy] of points.slice(0, j)) {
          if ((bx - ax) * (cy - ay) !== (by - ay) * (cx - ax)) count++;
        }
      }
    }
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
