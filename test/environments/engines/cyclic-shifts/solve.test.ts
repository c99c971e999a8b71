import { expect, test } from "vitest";
import { findShifts, shiftLine } from "../../../../src/environments/engines/cyclic-shifts/solve.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

function drawGrid(N: number, M: number, random: Random): number[][] {
  const numbers = random.permutation(N * M);
  return Array.from({ length: N }, (_, row) => numbers.slice(row * M, (row + 1) * M));
}

test("any grid of an even side becomes any other, and of odd sides every second one", () => {
  const random = new Random("shifts");
  for (const [N, M] of [
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
    [4, 5],
    [5, 5],
  ]) {
    let found = 0;
    for (let count = 0; count < 30; count++) {
      const [start, goal] = [drawGrid(N, M, random), drawGrid(N, M, random)];
      const shifts = findShifts(start, goal);
      if (shifts === undefined) continue;
      found++;
      for (const shift of shifts) shiftLine(start, shift);
      expect(start).toEqual(goal);
    }
    if (N % 2 === 0 || M % 2 === 0) expect(found).toBe(30);
    else expect(found).toBeGreaterThan(5);
  }
});
