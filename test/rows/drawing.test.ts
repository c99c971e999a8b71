import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { findEnvironment } from "../../src/problems/reference.ts";
import { Prompts } from "../../src/rows/distinct.ts";
import { type Cell, Drawing, type DrawingOptions } from "../../src/rows/drawing.ts";
import { Shares } from "../../src/rows/shares.ts";

const problems = createInProcessProblems({ registry: environments, remembered: 0 });

function cell(name: string, level: number, count: number): Cell {
  const environment = findEnvironment(name, environments);
  if ("failure" in environment) throw new Error(environment.message);
  return { environment, level, count };
}

function drawAll(options: Omit<DrawingOptions, "problems">) {
  const drawing = new Drawing({ problems, ...options });
  const drawn: Problem[] = [];
  while (!drawing.isDone) {
    const problem = drawing.draw((found) => found);
    if (problem !== null) drawn.push(problem);
  }
  return { drawn, counts: drawing.counts };
}

test("a level whose prompts are used up gives what there is, each once", () => {
  const { drawn, counts } = drawAll({ cells: [cell("DeltaMinPopcount", 0, 5000)], seed: 0 });
  const prompts = new Set(drawn.map(({ prompt }) => prompt));
  expect(prompts.size).toBe(drawn.length);
  expect(counts[0].rows).toBe(drawn.length);
  expect(drawn.length).toBeLessThan(5000);
  // Of so few problems, all: from other seeds there are as many.
  const others = drawAll({ cells: [cell("DeltaMinPopcount", 0, 5000)], seed: 10 ** 9 });
  expect(others.drawn).toHaveLength(drawn.length);
});

test("a shuffle changes the order of the rows and nothing else", () => {
  const cells = [cell("Sorting", 1, 40), cell("Sorting", 2, 30), cell("Knapsack", 1, 30)];
  const plain = drawAll({ cells, seed: 7 }).drawn.map(({ id }) => id);
  const shuffled = drawAll({ cells, seed: 7, shuffle: 1 }).drawn.map(({ id }) => id);
  expect(shuffled).toEqual(drawAll({ cells, seed: 7, shuffle: 1 }).drawn.map(({ id }) => id));
  expect(shuffled).not.toEqual(plain);
  expect([...shuffled].sort()).toEqual([...plain].sort());
  expect(drawAll({ cells, seed: 7, shuffle: 2 }).drawn.map(({ id }) => id)).not.toEqual(shuffled);
});

test("with a split, problems are of it", () => {
  for (const split of ["train", "test"] as const) {
    const { drawn } = drawAll({ cells: [cell("Sorting", 3, 50)], seed: 0, split });
    expect(drawn).toHaveLength(50);
    expect(new Set(drawn.map(({ split }) => split))).toEqual(new Set([split]));
  }
});

test("a cell ends after failures in a row, and tells the first", () => {
  const failing = { generate: () => ({ failure: "failed", message: "no luck" }) as const };
  const drawing = new Drawing({ problems: failing, cells: [cell("Sorting", 0, 5)], seed: 0 });
  for (let draw = 0; draw < 16; draw++) expect(drawing.draw((found) => found)).toBeNull();
  expect(drawing.isDone).toBe(true);
  expect(drawing.counts[0]).toMatchObject({ rows: 0, failed: 16, failure: "no luck" });
});

test("prompts are told apart by the thousands", () => {
  const prompts = new Prompts();
  for (let index = 0; index < 20_000; index++) expect(prompts.add(`prompt ${index}`)).toBe(true);
  for (let index = 0; index < 20_000; index++) expect(prompts.add(`prompt ${index}`)).toBe(false);
  expect(prompts.count).toBe(20_000);
});

test("shares: each number lies in the count that it falls into", () => {
  const counts = [3, 0, 2, 5, 0, 0, 1];
  const shares = new Shares(counts);
  const expected = counts.flatMap((count, index) => Array<number>(count).fill(index));
  expect(expected.map((_, target) => shares.find(target))).toEqual(expected);
  shares.take(3, 5);
  expect(shares.total).toBe(6);
  expect(Array.from({ length: 6 }, (_, target) => shares.find(target))).toEqual([0, 0, 0, 2, 2, 6]);
});
