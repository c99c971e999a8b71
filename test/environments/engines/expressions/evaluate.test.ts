import { expect, test } from "vitest";
import { Algebra } from "../../../../src/environments/engines/expressions/algebra.ts";
import {
  doubleDoubles,
  doubles,
} from "../../../../src/environments/engines/expressions/arithmetic.ts";
import { expandDefinitions } from "../../../../src/environments/engines/expressions/definitions.ts";
import { toEvaluate } from "../../../../src/environments/engines/expressions/evaluate.ts";
import { drawFunction } from "../../../../src/environments/engines/expressions/random-expression.ts";
import { readExpression } from "../../../../src/environments/engines/expressions/read.ts";
import { TEST_POINTS } from "../../../../src/environments/engines/expressions/test-points.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

function evaluators(text: string) {
  const algebra = new Algebra();
  const core = expandDefinitions(algebra, readExpression(algebra, text));
  return { rough: toEvaluate(core, doubles), fine: toEvaluate(core, doubleDoubles) };
}

test.for([
  ["x**3 - x/2", 1.5, 1.5 ** 3 - 0.75],
  ["x**(2/3)", 1.5, 1.5 ** (2 / 3)],
  ["x**(-5/2)", 1.5, 1.5 ** -2.5],
  ["x**x", 1.5, 1.5 ** 1.5],
  ["exp(x)*pi + E", 1.5, Math.exp(1.5) * Math.PI + Math.E],
  ["asin(x/2) + acos(x/3)", 1.5, Math.asin(0.75) + Math.acos(0.5)],
  ["acot(x) + asec(x) + acsc(x)", 1.5, Math.atan(1 / 1.5) + Math.PI / 2],
  ["sinh(x)*cosh(x) + tanh(x)", 1.5, Math.sinh(1.5) * Math.cosh(1.5) + Math.tanh(1.5)],
  ["asinh(x) + acosh(x) + acoth(x)", 1.5, Math.asinh(1.5) + Math.acosh(1.5) + Math.atanh(1 / 1.5)],
  ["Abs(x)", -1.5, 1.5],
  ["x**3", -1.5, -3.375],
  ["tan(x) + cot(x) + sec(x)", -1.5, Math.tan(-1.5) + 1 / Math.tan(-1.5) + 1 / Math.cos(-1.5)],
] as const)("%s at %d", ([text, x, value]) => {
  const { rough, fine } = evaluators(text);
  for (const result of [rough(x), fine(x)]) {
    expect(Math.abs(result.value - value)).toBeLessThan(1e-13 * Math.max(1, Math.abs(value)));
  }
});

test.for(["log(x)", "sqrt(x)", "x**(1/3)", "x**x", "asin(x)", "acosh(x)", "sqrt(x)*sqrt(x - 1)"])(
  "%s has no real value at −1.5",
  (text) => {
    const { rough, fine } = evaluators(text);
    expect(rough(-1.5)).toEqual({ value: Number.NaN, error: 0 });
    expect(fine(-1.5)).toEqual({ value: Number.NaN, error: 0 });
  },
);

test("at the border of the domain, the precision may not tell", () => {
  const { rough, fine } = evaluators("log(x**2 - 2)");
  expect(rough(Math.SQRT2)).toEqual({ value: Number.NaN, error: Number.POSITIVE_INFINITY });
  expect(fine(Math.SQRT2).value).toBeCloseTo(Math.log(2.734e-16), 2);
});

test("doubles lie within their error bounds", () => {
  const random = new Random("error bounds");
  for (let count = 0; count < 40; count++) {
    const { derivativeText } = drawFunction(14, random, () => true);
    const { rough, fine } = evaluators(derivativeText);
    for (const x of TEST_POINTS.slice(0, 40)) {
      const [near, exact] = [rough(x), fine(x)];
      if (Number.isNaN(near.value) || Number.isNaN(exact.value)) continue;
      expect(Math.abs(near.value - exact.value)).toBeLessThanOrEqual(near.error + exact.error);
    }
  }
});
