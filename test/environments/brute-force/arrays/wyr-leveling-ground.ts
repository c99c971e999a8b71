import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface WyrLevelingGround {
  A: number;
  B: number;
  H: [number, number];
  reference_answer: number;
}

export const wyrLevelingGround = bruteForce<WyrLevelingGround>(
  "WYRLevelingGround",
  [{ N: 2 }],
  ({ A, B, H, reference_answer }, answer) => {
    // Breadth first over the pairs of heights, with room for a step beyond the farthest from 0: since
    // operations may be done in any order, more is not needed.
    const bound = Math.max(...H.map(Math.abs)) + Math.max(A, B);
    const width = 2 * bound + 1;
    const operations = new Int32Array(width * width).fill(-1);
    const at = ([first, second]: readonly number[]) => (first + bound) * width + second + bound;
    const pairs: (readonly number[])[] = [H];
    operations[at(H)] = 0;
    for (const pair of pairs) {
      if (operations[at([0, 0])] !== -1) break;
      for (const amount of [A, -A, B, -B]) {
        for (const [first, second] of [
          [amount, 0],
          [0, amount],
          [amount, amount],
        ]) {
          const next = [pair[0] + first, pair[1] + second];
          if (next.some((height) => Math.abs(height) > bound) || operations[at(next)] !== -1) {
            continue;
          }
          operations[at(next)] = operations[at(pair)] + 1;
          pairs.push(next);
        }
      }
    }
    expect(reference_answer).toBe(operations[at([0, 0])]);
    expect(answer).toBe(String(operations[at([0, 0])]));
  },
);
