import { expect, test } from "vitest";
import {
  BinomialsModulo,
  binomial,
  binomialByLucas,
  binomialColumnModulo,
  factorial,
  pascalTriangle,
  pascalTriangleModulo,
} from "../../../../src/environments/toolkit/numbers/binomials.ts";
import {
  derangements,
  partitionsOf,
  stirlingSecondRow,
} from "../../../../src/environments/toolkit/numbers/combinatorial-numbers.ts";

test("binomials in all ways are Pascal's triangle", () => {
  const rows = pascalTriangle(20);
  expect(rows[4]).toEqual([1n, 4n, 6n, 4n, 1n]);
  const prime = 1_000_000_007;
  const table = new BinomialsModulo(20, prime);
  for (const [n, row] of rows.entries()) {
    for (const [k, value] of row.entries()) {
      expect(binomial(n, k)).toBe(value);
      expect(table.choose(n, k)).toBe(Number(value % BigInt(prime)));
      expect(binomialByLucas(n, k, 3)).toBe(Number(value % 3n));
      expect(pascalTriangleModulo(20, 10)[n][k]).toBe(Number(value % 10n));
      expect(binomialColumnModulo(20, k, 10)[n]).toBe(Number(value % 10n));
    }
    expect(binomial(n, n + 1)).toBe(0n);
    expect(binomialColumnModulo(n, n + 1, 10)[n]).toBe(0);
    expect(table.choose(n, -1)).toBe(0);
  }
  expect(factorial(20)).toBe(2432902008176640000n);
  expect(table.factorial(5)).toBe(120);
  expect(() => new BinomialsModulo(7, 7)).toThrow("above 7");
});

test("Stirling numbers, derangements, partitions", () => {
  expect(stirlingSecondRow(4)).toEqual([0n, 1n, 7n, 6n, 1n]);
  expect(derangements(5)).toEqual([1n, 0n, 1n, 2n, 9n, 44n]);
  expect([...partitionsOf(4)]).toEqual([[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]);
});
