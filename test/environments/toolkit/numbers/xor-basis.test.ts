import { expect, test } from "vitest";
import { XorBasis } from "../../../../src/environments/toolkit/numbers/xor-basis.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

/** All xors of subsets. */
function xors(values: readonly number[]): Set<number> {
  const all = new Set([0]);
  for (const value of values) for (const xor of [...all]) all.add(xor ^ value);
  return all;
}

test("finds the greatest xor and the values it is made of", () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = new Random(`basis ${seed}`);
    const values = random.integers(random.integer(0, 8), 0, 2 ** random.integer(1, 31) - 1);
    const start = random.integer(0, 255);
    const basis = new XorBasis();
    const independent = values.filter((value) => basis.insert(value));
    const all = xors(values);

    expect(basis.rank).toBe(independent.length);
    expect(all.size).toBe(2 ** basis.rank);
    expect(xors(basis.vectors)).toEqual(all);

    const { value, parts } = basis.greatest(start);
    expect(value).toBe(Math.max(...[...all].map((xor) => xor ^ start)));
    expect(parts.reduce((xor, rank) => xor ^ independent[rank], start)).toBe(value);
  }
});

test("holds 31 independent values", () => {
  const basis = new XorBasis();
  for (let bit = 0; bit < XorBasis.MAX_BITS; bit++) expect(basis.insert(2 ** bit)).toBe(true);
  expect(basis.insert(12_345)).toBe(false);
  expect(basis.greatest().value).toBe(2 ** 31 - 1);
  expect(basis.greatest().parts.length).toBe(31);
});
