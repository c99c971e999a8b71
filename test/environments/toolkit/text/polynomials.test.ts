import { expect, test } from "vitest";
import { formatPolynomial } from "../../../../src/environments/toolkit/text/polynomials.ts";

test("writes terms in descending order, without zeros and ones", () => {
  expect(formatPolynomial([8, -1, 2])).toBe("2*x^2 - x + 8");
  expect(formatPolynomial([0n, 1n, 0n, -12n])).toBe("-12*x^3 + x");
  expect(formatPolynomial([-1, 0, 1], "y")).toBe("y^2 - 1");
  expect(formatPolynomial([-5])).toBe("-5");
  expect(formatPolynomial([0, 0])).toBe("0");
  expect(formatPolynomial([])).toBe("0");
});
