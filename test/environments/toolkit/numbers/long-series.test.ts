import { describe, expect, it } from "vitest";
import {
  coefficientOfProduct,
  dividedByPart,
  longCoefficient,
  oneLessShifted,
  timesTriangular,
  toLongSeries,
} from "../../../../src/environments/toolkit/numbers/long-series.ts";

/** The product of two polynomials, up to x^last. */
function product(a: readonly bigint[], b: readonly bigint[], last: number): bigint[] {
  return Array.from({ length: last + 1 }, (_, n) =>
    a.slice(0, n + 1).reduce((sum, value, i) => sum + value * (b[n - i] ?? 0n), 0n),
  );
}

/** Σ x^(step · k) for k ≥ 0, up to x^last. */
function geometric(step: number, last: number): bigint[] {
  return Array.from({ length: last + 1 }, (_, n) => (n % step === 0 ? 1n : 0n));
}

const LAST = 300;
const coefficients = (series: ReturnType<typeof toLongSeries>) =>
  Array.from({ length: series[0].length }, (_, n) => longCoefficient(series, n));

describe("a series of long integers", () => {
  it("is multiplied by 1 + x^part, and divided by 1 − x^part, far beyond 2^53", () => {
    const parts = Array.from({ length: 90 }, (_, index) => index + 1);
    let distinct = [1n, 2n, 3n];
    let repeated = [1n, 2n, 3n];
    for (const part of parts) {
      distinct = product(distinct, [1n, ...new Array<bigint>(part - 1).fill(0n), 1n], LAST);
      repeated = product(repeated, geometric(part, LAST), LAST);
    }
    expect(repeated[LAST]).toBeGreaterThan(2n ** 53n);
    for (const last of [0, 1, 2, 7, LAST - 1, LAST]) {
      expect(coefficientOfProduct([1, 2, 3].slice(0, last + 1), parts, false, last)).toBe(
        distinct[last],
      );
      expect(coefficientOfProduct([1, 2, 3].slice(0, last + 1), parts, true, last)).toBe(
        repeated[last],
      );
    }
  });

  it("keeps signs through differences, quotients and triangular sums", () => {
    let series = toLongSeries([1], LAST - 100);
    let expected = [1n];
    for (let round = 0; round < 10; round++) {
      const last = LAST - 100 + 10 * round;
      for (let part = 1; part <= 8; part++) {
        series = dividedByPart(series, part);
        expected = product(expected, geometric(part, last), last);
      }
      series = oneLessShifted(series, 10);
      expected = [1n, ...new Array<bigint>(9).fill(0n), ...expected.map((value) => -value)];
    }
    expect(series.length).toBeGreaterThan(2);
    expect(coefficients(series)).toEqual(expected);
    const triangular = Array.from({ length: LAST + 1 }, (_, n) =>
      Number.isInteger((Math.sqrt(8 * n + 1) - 1) / 2) ? 1n : 0n,
    );
    const sums = product(expected, triangular, LAST);
    expect(coefficients(timesTriangular(series))).toEqual(sums);
    expect(coefficients(timesTriangular(series, 0))).toEqual(sums.filter((_, n) => n % 2 === 0));
    expect(coefficients(timesTriangular(series, 1))).toEqual(sums.filter((_, n) => n % 2 === 1));
  });
});
