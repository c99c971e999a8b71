import { expect, test } from "vitest";
import {
  add,
  arctangent,
  type DoubleDouble,
  divide,
  exponential,
  fromNumber,
  logarithm,
  multiply,
  sineAndCosine,
  squareRoot,
  subtract,
} from "../../../../src/environments/engines/expressions/double-double.ts";

const FUNCTIONS: Record<string, (a: DoubleDouble) => DoubleDouble> = {
  exp: exponential,
  log: logarithm,
  sin: (a) => sineAndCosine(a)[0],
  cos: (a) => sineAndCosine(a)[1],
  atan: arctangent,
  sqrt: squareRoot,
};

/** Values to 400 bits (mpmath), rounded to two doubles. */
test.for([
  ["exp", 1, Math.E, 1.4456468917292502e-16],
  ["exp", -20.5, 1.2501528663867426e-9, 6.448235878237776e-26],
  ["exp", 300, 1.9424263952412558e130, 1.1143145370175699e114],
  ["log", 10, Math.LN10, -2.1707562233822494e-16],
  ["log", 0.7, -0.35667494393873245, 4.82556379937662e-18],
  ["log", 1e-200, -460.51701859880916, 2.2080942657241066e-14],
  ["sin", 1, 0.8414709848078965, 1.776845092935536e-18],
  ["cos", 1, 0.5403023058681398, -4.760954612604417e-17],
  ["sin", -50, 0.26237485370392877, 1.8313465606574875e-17],
  ["cos", 1000.25, 0.3403228005740423, -5.0932585901266465e-18],
  ["sin", 0.001, 0.0009999998333333417, 5.670638989736153e-21],
  ["atan", 3, 1.2490457723982544, -2.196203799612311e-18],
  ["atan", -0.2, -0.19739555984988078, 6.037637556826327e-18],
  ["atan", 1e10, 1.5707963266948965, 6.950637705727703e-17],
  ["sqrt", 2, Math.SQRT2, -9.667293313452913e-17],
  ["sqrt", 1e-40, 1e-20, 1.94931682457305e-37],
] as const)("%s(%d) has 30 digits", ([name, argument, hi, lo]) => {
  const result = FUNCTIONS[name](fromNumber(argument));
  const error = subtract(result, { hi, lo });
  // cos(1000.25) loses digits in the reduction, which the error analysis accounts for.
  expect(Math.abs(error.hi)).toBeLessThan((Math.abs(hi) + Math.abs(argument) * 1e-2) * 2 ** -99);
});

test("sums, products and quotients keep what doubles lose", () => {
  const tiny = fromNumber(2 ** -80);
  const almostOne = add(fromNumber(1), tiny);
  expect(subtract(almostOne, fromNumber(1))).toEqual(tiny);
  expect(subtract(multiply(almostOne, almostOne), fromNumber(1)).hi).toBeCloseTo(2 ** -79, 30);
  const third = divide(fromNumber(1), fromNumber(3));
  const lost = subtract(multiply(third, fromNumber(3)), fromNumber(1));
  expect(Math.abs(lost.hi)).toBeLessThan(2 ** -103);
});
