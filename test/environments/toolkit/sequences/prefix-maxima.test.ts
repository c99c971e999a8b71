import { expect, test } from "vitest";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { PrefixMaxima } from "../../../../src/environments/toolkit/sequences/prefix-maxima.ts";

test("an empty rectangle has no item", () => {
  const maxima = new PrefixMaxima(3, 3, [7]);
  maxima.offer(2, 2, 0);
  expect(maxima.best(1, 3)).toBe(-1);
  expect(maxima.best(3, 1)).toBe(-1);
  expect(maxima.best(2, 2)).toBe(0);
});

test("the greatest value of every prefix rectangle, as found by looking at all items", () => {
  const random = new Random("prefix maxima");
  const [rows, columns] = [6, 9];
  const values = random.integers(30, -20, 20);
  const maxima = new PrefixMaxima(rows, columns, values);
  const offered: { row: number; column: number; value: number }[] = [];
  for (const [item, value] of values.entries()) {
    const [row, column] = [random.integer(1, rows), random.integer(1, columns)];
    maxima.offer(row, column, item);
    offered.push({ row, column, value });
    for (let r = 1; r <= rows; r++) {
      for (let c = 1; c <= columns; c++) {
        const inside = offered.filter((other) => other.row <= r && other.column <= c);
        const best = maxima.best(r, c);
        const greatest = Math.max(...inside.map((other) => other.value));
        expect(best === -1 ? Number.NEGATIVE_INFINITY : values[best]).toBe(greatest);
      }
    }
  }
});
