import { expect, test } from "vitest";
import { Algebra } from "../../../../src/environments/engines/expressions/algebra.ts";
import { differentiate } from "../../../../src/environments/engines/expressions/differentiate.ts";
import { findDifference } from "../../../../src/environments/engines/expressions/equivalence.ts";
import { formatExpression } from "../../../../src/environments/engines/expressions/format.ts";
import { readExpression } from "../../../../src/environments/engines/expressions/read.ts";

test.for([
  ["7", "0"],
  ["x**3", "3*x**2"],
  ["x*sin(x)", "x*cos(x) + sin(x)"],
  ["x/(x + 1)", "1/(x + 1) - x/(x + 1)**2"],
  ["exp(2*x)", "2*exp(2*x)"],
  ["log(Abs(x))", "1/x"],
  ["Abs(x)", "x/Abs(x)"],
  ["x**x", "x**x*(log(x) + 1)"],
  ["2**x", "2**x*log(2)"],
  ["sqrt(2*x + 2)", "1/sqrt(2*x + 2)"],
  ["y*x", "y"],
  ["nn()*x", "nn()"],
  ["nn(x)", "undefined"],
  ["sin(x) + log(-1)", "cos(x)"],
] as const)("(%s)' = %s", ([text, derivative]) => {
  const algebra = new Algebra();
  const result = differentiate(algebra, readExpression(algebra, text));
  expect(formatExpression(algebra, result)).toBe(derivative);
});

test.for([
  ["tan(x)", "sec(x)**2"],
  ["cot(x)", "-csc(x)**2"],
  ["sec(x)", "sec(x)*tan(x)"],
  ["csc(x)", "-csc(x)*cot(x)"],
  ["asin(x)", "1/sqrt(1 - x**2)"],
  ["acos(x)", "-1/sqrt(1 - x**2)"],
  ["atan(x)", "1/(1 + x**2)"],
  ["acot(x)", "-1/(1 + x**2)"],
  ["asec(2*x)", "1/(2*x**2*sqrt(1 - 1/(4*x**2)))"],
  ["acsc(2*x)", "-1/(2*x**2*sqrt(1 - 1/(4*x**2)))"],
  ["sinh(x)", "cosh(x)"],
  ["cosh(x)", "sinh(x)"],
  ["tanh(x)", "1 - tanh(x)**2"],
  ["coth(x)", "1 - coth(x)**2"],
  ["asinh(x)", "1/sqrt(x**2 + 1)"],
  ["acosh(x)", "1/sqrt(x**2 - 1)"],
  ["atanh(x)", "1/(1 - x**2)"],
  ["acoth(x)", "1/(1 - x**2)"],
] as const)("(%s)' equals %s", ([text, derivative]) => {
  const algebra = new Algebra();
  const result = differentiate(algebra, readExpression(algebra, text));
  const difference = algebra.subtract(result, readExpression(algebra, derivative));
  expect(findDifference(algebra, difference)).toBeUndefined();
});
