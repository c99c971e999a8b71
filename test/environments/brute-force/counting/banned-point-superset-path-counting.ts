import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const bannedPointSupersetPathCounting = bruteForce<{
  N: number;
  M: number;
  R: number;
  obstacles: [number, number, number][];
  MOD: number;
  reference_answer: number;
}>(
  "BannedPointSupersetPathCounting",
  [
    { MAX_N_M_R: 3, MAX_O: 3 },
    { MAX_N_M_R: 7, MAX_O: 9 },
  ],
  ({ N, M, R, obstacles, MOD, reference_answer }, answer) => {
    const target = [N, M, R];
    const banned = new Set(obstacles.map(String));
    const countFrom = (point: number[]): number => {
      if (banned.has(String(point))) return 0;
      if (String(point) === String(target)) return 1;
      const steps = [0, 1, 2].flatMap((axis) =>
        range(0, target[axis])
          .filter((value) => (value & point[axis]) === point[axis] && value !== point[axis])
          .filter((value) => (value & target[axis]) === value)
          .map((value) => point.with(axis, value)),
      );
      return steps.map(countFrom).reduce((sum, paths) => sum + paths, 0);
    };
    const count = countFrom([0, 0, 0]);
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
