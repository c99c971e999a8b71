import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** The number of leaves of each binary tree with n nodes. */
function leavesOfTrees(n: number): number[] {
  if (n <= 1) return [n];
  return range(0, n - 1).flatMap((left) =>
    leavesOfTrees(left).flatMap((a) => leavesOfTrees(n - 1 - left).map((b) => a + b)),
  );
}

export const binaryTreeLeafNumExpectation = bruteForce<{
  N: number;
  gold_answer: { A: number; B: number };
}>("BinaryTreeLeafNumExpectation", [{ MAX_N: 8 }], ({ N, gold_answer }, answer) => {
  const leaves = leavesOfTrees(N);
  const total = leaves.reduce((sum, count) => sum + count, 0);
  expect(gold_answer.A * leaves.length).toBe(gold_answer.B * total);
  expect(answer).toBe(`${gold_answer.A}/${gold_answer.B}`);
});
