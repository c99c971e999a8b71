import { expect, test } from "vitest";
import { splitPower } from "../../../../src/environments/engines/expressions/radicals.ts";
import {
  formatRational,
  toRational,
} from "../../../../src/environments/engines/expressions/rational.ts";

/** The split of (a/b)^(p/q) as text. */
function split([a, b]: [bigint, bigint], [p, q]: [bigint, bigint]): string | undefined {
  const base = toRational(a, b);
  const exponent = toRational(p, q);
  if (base === undefined || exponent === undefined) throw new Error("no such fraction");
  const parts = splitPower(base, exponent);
  if (parts === undefined) return undefined;
  const roots = parts.radicals.map(
    (root) => `${formatRational(root.base)}^(${formatRational(root.exponent)})`,
  );
  return [formatRational(parts.coefficient), ...roots].join(" ");
}

test("roots of numbers are taken out as far as they are exact", () => {
  expect(split([12n, 1n], [1n, 2n])).toBe("2 3^(1/2)");
  expect(split([1n, 2n], [1n, 2n])).toBe("1/2 2^(1/2)");
  expect(split([8n, 27n], [-1n, 3n])).toBe("3/2");
  expect(split([12n, 1n], [1n, 3n])).toBe("1 2^(2/3) 3^(1/3)");
  expect(split([6n, 1n], [1n, 2n])).toBe("1 6^(1/2)");
  expect(split([32n, 1n], [3n, 4n])).toBe("8 2^(3/4)");
});

test("large factors are taken out if they are perfect powers", () => {
  expect(split([1018081n, 1n], [1n, 2n])).toBe("1009");
  expect(split([10007n ** 3n, 1n], [2n, 3n])).toBe("100140049");
  expect(split([10007n, 1n], [1n, 2n])).toBe("1 10007^(1/2)");
});

test("a coefficient that is too long is given up", () => {
  expect(split([2n, 1n], [10n ** 9n, 3n])).toBeUndefined();
});
