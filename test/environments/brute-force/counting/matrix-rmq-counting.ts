import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const matrixRmqCounting = bruteForce<{
  H: number;
  W: number;
  M: number;
  constraints: number[][];
  MOD: number;
  reference_answer: number;
}>("MatrixRMQCounting", [{ N: 2 }], ({ H, W, M, constraints, MOD, reference_answer }, answer) => {
  // Cell by cell, with the set of conditions that are met already.
  const cells = range(1, H).flatMap((x) => range(1, W).map((y) => [x, y]));
  let ways = new Map([["", 1n]]);
  for (const [x, y] of cells) {
    const covering = constraints.filter(
      ([x1, y1, x2, y2]) => x1 <= x && x <= x2 && y1 <= y && y <= y2,
    );
    const next = new Map<string, bigint>();
    for (const [met, count] of ways) {
      for (const value of range(1, M).filter((entry) => covering.every((c) => entry <= c[4]))) {
        const now = constraints.map((condition, index) =>
          met[index] === "1" || (covering.includes(condition) && condition[4] === value)
            ? "1"
            : "0",
        );
        next.set(now.join(""), (next.get(now.join("")) ?? 0n) + count);
      }
    }
    ways = next;
  }
  const count = Number((ways.get("1".repeat(constraints.length)) ?? 0n) % BigInt(MOD));
  expect(reference_answer).toBe(count);
  expect(answer).toBe(String(count));
});
