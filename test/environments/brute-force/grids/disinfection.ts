import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

/** Operations that cost 1 are planes; those that cost more are no better than as many planes. */
export const disinfection = bruteForce<{
  A: number;
  B: number;
  C: number;
  one_coordinates: number[][];
  gold_answer: number;
}>("Disinfection", [{ MAX_A_B_C: 2 }, { MAX_A_B_C: 3 }], (instance, answer) => {
  const { A, B, C, one_coordinates, gold_answer } = instance;
  const planes = [A, B, C].flatMap((side, axis) => range(0, side - 1).map((at) => [axis, at]));
  const covering = [...subsets(planes)].filter((chosen) =>
    one_coordinates.every((cell) => chosen.some(([axis, at]) => cell[axis] === at)),
  );
  expect(gold_answer).toBe(Math.min(...covering.map(({ length }) => length)));
  const operations = answer.split("\n").map((line) => line.split(" ").map(Number));
  const costs = operations.map(([a, b, c, d, e, f]) => Math.min(b - a, d - c, f - e));
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(gold_answer);
  for (const [x, y, z] of one_coordinates) {
    const clears = ([a, b, c, d, e, f]: number[]) =>
      a <= x && x < b && c <= y && y < d && e <= z && z < f;
    expect(operations.some(clears)).toBe(true);
  }
});
