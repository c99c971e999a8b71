import { expect, test } from "vitest";
import { gridDistances } from "../../../../src/environments/toolkit/grids/distances.ts";

function distancesIn(grid: readonly string[]): number[][] {
  const sources = grid.flatMap((line, row) =>
    [...line].flatMap((character, column) => (character === "s" ? [[row, column] as const] : [])),
  );
  const isOpen = (row: number, column: number) => grid[row][column] !== "#";
  return gridDistances(grid.length, grid[0].length, isOpen, sources);
}

test("steps go around closed cells", () => {
  expect(distancesIn(["s#.", ".#.", "..."])).toEqual([
    [0, -1, 6],
    [1, -1, 5],
    [2, 3, 4],
  ]);
});

test("the nearest source counts, and cells without a way have −1", () => {
  expect(distancesIn(["s...s#."])).toEqual([[0, 1, 2, 1, 0, -1, -1]]);
  expect(distancesIn(["..", "##"])).toEqual([
    [-1, -1],
    [-1, -1],
  ]);
});
