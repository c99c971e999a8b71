import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const weightedBinaryTree = bruteForce<{ scores: number[]; gold: bigint }>(
  "WeightedBinaryTree",
  [3, 5, 7].map((N) => ({ N, MAX_SCORE: 5 })),
  ({ scores, gold }, answer) => {
    /** The score and the preorder of every tree. */
    const trees = (from: number, to: number): [number, number[]][] => {
      if (from > to) return [[1, []]];
      if (from === to) return [[scores[from], [from]]];
      return range(from, to).flatMap((root) =>
        trees(from, root - 1).flatMap(([a, left]) =>
          trees(root + 1, to).map(([b, right]): [number, number[]] => [
            a * b + scores[root],
            [root, ...left, ...right],
          ]),
        ),
      );
    };
    const all = trees(0, scores.length - 1);
    const best = Math.max(...all.map(([score]) => score));
    expect(gold).toBe(BigInt(best));
    const own = all.find(([, preorder]) => preorder.join() === toIntegers(answer).join());
    expect(own?.[0]).toBe(best);
  },
);
