import { expect, test } from "vitest";
import { parseSyntax } from "../../../../src/environments/engines/expressions/parse.ts";
import { canonical } from "./reading.ts";

test.for([
  ["-x**2", "-x**2"],
  ["2**3**2", "512"],
  ["x^2", "x**2"],
  ["x**-2", "1/x**2"],
  ["2**-x**2", "2**(-x**2)"],
  ["x/2/3", "x/6"],
  ["1 - - - 2", "-1"],
  ["3 + + x", "x + 3"],
  ["  x *\n 2 ", "2*x"],
  ["1\n2\n3", "123"],
  ["1_000*x", "1000*x"],
  [".5*x + 1.", "x/2 + 1"],
  ["00 + x", "x"],
  ["1e3", "1000"],
  ["sin (x)", "sin(x)"],
  ["((x))", "x"],
  ["sn(2*x, x)", "sn(2*x, x)"],
  ["nn()", "nn()"],
] as const)("%s reads as %s", ([text, form]) => {
  expect(canonical(text)).toBe(form);
});

test.for([
  ...["", " ", "+", "1-", "**x", "2*", "()", "(", ")", "x)(x", "sin(x", "sin(x))", "(x,)", "x,x"],
  ...[
    "2x",
    "2 x",
    "x x",
    "1 2",
    "(x)(x)",
    "2(x)",
    "x(2)",
    "pi(2)",
    "E(1)",
    "sin x",
    "sin",
    "sin()",
  ],
  ...["sin(x, x)", "sqrt(x, 2)", "log(x, 2, 3)", "exp", "log", "Abs", "007", "1__0", "1_", "1.2.3"],
  ...["1j", "0x1F", "2e", "x!", "x//2", "x % 2", "x = 2", "y = x", "x == 2", "x < 2", "[x]", "{x}"],
  ...["'x'", '"x"', "x.diff(x)", "x; x", "x # c", "x\\", "`x`", "x if x else 1", "lambda", "not x"],
  ...[
    "True",
    "None",
    "in(x)",
    "is(2*x)",
    "not(x)",
    "I",
    "oo",
    "-oo",
    "zoo",
    "nan",
    "I*x",
    "S(1)/2",
  ],
  ...["Integral(x, x)", "Integral(cos(x))", "Derivative(x, x)", "Subs(x, x, 1)", "Limit(x, x, 0)"],
  ...["Sum(x, x)", "Product(x, x)", "integrate(x, x)", "diff(x**2, x)", "Piecewise(x)", "gamma(x)"],
  ...[
    "factorial(x)",
    "erf(x)",
    "Si(x)",
    "sign(x)",
    "Max(x, 1)",
    "floor(x)",
    "Pow(x, 2)",
    "eval(x)",
  ],
  ...["print(x)", "Symbol(x)", "Lambda(x, x)", "re(x)", "root(x, 3)", "sinc(x)", "Rational(1, 2)"],
  ...["2√x", "x²", "x·x", "x−1", "½", "x\u00a0+ 1", "ｘ", "\u0000", "x\uD800"],
])("%j is not an expression", (text) => {
  expect(parseSyntax(text)).toBeNull();
});

test("text, nesting and chains are bounded", () => {
  const nest = (depth: number) => `${"(".repeat(depth)}x${")".repeat(depth)}`;
  expect(parseSyntax(nest(150))).not.toBeNull();
  expect(parseSyntax(nest(5000))).toBeNull();
  expect(parseSyntax(`${"-".repeat(150)}x`)).not.toBeNull();
  expect(parseSyntax(`${"-".repeat(9000)}x`)).toBeNull();
  expect(parseSyntax("x**".repeat(3000).concat("x"))).toBeNull();
  expect(parseSyntax("x+".repeat(4999).concat("x"))).not.toBeNull();
  expect(parseSyntax("x+".repeat(5000).concat("x"))).toBeNull();
  expect(parseSyntax(`x${" ".repeat(1_000_000)}`)).toBeNull();
});

test("decimals are noticed", () => {
  expect(parseSyntax("0.5*x")?.hasDecimals).toBe(true);
  expect(parseSyntax("1e2*x")?.hasDecimals).toBe(true);
  expect(parseSyntax("x/2")?.hasDecimals).toBe(false);
});
