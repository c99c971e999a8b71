import { expect, test } from "vitest";
import { Algebra } from "../../../../src/environments/engines/expressions/algebra.ts";
import { countOperations } from "../../../../src/environments/engines/expressions/operations.ts";
import { readExpression } from "../../../../src/environments/engines/expressions/read.ts";

/** The counts are those of SymPy 1.14's count_ops. */
test.for([
  ["5", 0],
  ["x", 0],
  ["pi", 0],
  ["E", 1],
  ["-3", 1],
  ["1/2", 1],
  ["-1/2", 2],
  ["5/4*x", 2],
  ["sqrt(x)", 2],
  ["x**(-2)", 2],
  ["1/x", 1],
  ["-1/x", 2],
  ["x - 1", 1],
  ["-x - 1", 2],
  ["1 - x", 1],
  ["sin(x)", 1],
  ["exp(x)", 1],
  ["exp(-x)/2", 3],
  ["sin(x)**2 + cos(x)**2", 5],
  ["sqrt(6*x)", 5],
  ["x**2/((x + 1)*cos(x))", 5],
  ["3*log(x**2/((x + 1)*cos(x)))", 7],
  ["log(x, 10)", 3],
  ["tan(2*x)", 2],
] as const)("%s takes %i operations", ([text, count]) => {
  const algebra = new Algebra();
  expect(countOperations(algebra, readExpression(algebra, text))).toBe(count);
});
