import { expect, test } from "vitest";
import { lightestCover } from "../../../../src/environments/toolkit/graphs/lightest-cover.ts";
import { lightestDominatingCells } from "../../../../src/environments/toolkit/grids/dominating-cells.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("the lightest dominating cells cost what the lightest cover of all cells costs", () => {
  const random = new Random("dominating cells");
  for (let trial = 0; trial < 60; trial++) {
    const [N, M] = [random.integer(1, 6), random.integer(1, 7)];
    const costs = Array.from({ length: N }, () => random.integers(M, 1, 1 + (trial % 30)));
    const near = (cell: number, other: number) =>
      Math.abs(Math.floor(cell / M) - Math.floor(other / M)) + Math.abs((cell % M) - (other % M)) <
      2;
    const all = costs.flat().map((_, cell) => cell);
    const sets = all.map((cell) => all.filter((other) => near(cell, other)));
    const cover = lightestCover({ elementCount: N * M, sets, costs: costs.flat() }) ?? [];
    const cells = lightestDominatingCells(costs).map(([row, column]) => row * M + column);
    const total = (chosen: number[]) => chosen.reduce((sum, cell) => sum + costs.flat()[cell], 0);
    expect(cells).toEqual(cells.toSorted((a, b) => a - b));
    expect(all.every((cell) => cells.some((other) => near(cell, other)))).toBe(true);
    expect(total(cells)).toBe(total(cover));
  }
});
