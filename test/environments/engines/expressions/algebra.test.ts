import { expect, test } from "vitest";
import { Algebra } from "../../../../src/environments/engines/expressions/algebra.ts";
import { readExpression } from "../../../../src/environments/engines/expressions/read.ts";
import { canonical } from "./reading.ts";

test.for([
  ["x + x", "2*x"],
  ["x*x**2", "x**3"],
  ["x/x", "1"],
  ["2 - 1", "1"],
  ["x - x + 5", "5"],
  ["0*y + x", "x"],
  ["x**0", "1"],
  ["0**0", "1"],
  ["2*(x + 1)", "2*x + 2"],
  ["x*(2*x + 2)", "2*x*(x + 1)"],
  ["(2*x + 2)*(x + 1)", "2*(x + 1)**2"],
  ["(1 - x)*x", "-x*(x - 1)"],
  ["1/(4 - 4*x)", "-1/(4*(x - 1))"],
  ["sqrt(1 - x)*(1 - x)", "(1 - x)**(3/2)"],
  ["(x*sin(x))**2", "x**2*sin(x)**2"],
  ["(x**2)**3", "x**6"],
  ["sqrt(x)**(1/3)", "x**(1/6)"],
  ["sqrt(x)**2", "x"],
  ["sqrt(x**2)", "sqrt(x**2)"],
  ["(x*(x + 1))**(1/2)", "sqrt(x*(x + 1))"],
  ["sqrt(4*x)", "2*sqrt(x)"],
  ["sqrt(-4*x)", "2*sqrt(-x)"],
  ["sqrt(2)*sqrt(3)*x", "sqrt(6)*x"],
  ["2**x*4**x", "8**x"],
  ["exp(x)*exp(2*x)", "exp(3*x)"],
  ["exp(x)**2", "exp(2*x)"],
  ["E**(x + 2*log(x))", "x**2*exp(x)"],
  ["exp(log(x)/2)", "sqrt(x)"],
  ["log(E**3)", "3"],
  ["log(1/2)", "-log(2)"],
  ["log(x, 10)", "log(x)/log(10)"],
  ["sin(-x)", "-sin(x)"],
  ["sin(1 - x)", "-sin(x - 1)"],
  ["cos(1 - x)", "cos(x - 1)"],
  ["sin(7*pi/6)", "-1/2"],
  ["cos(pi/4)", "sqrt(2)/2"],
  ["tan(pi/3)", "sqrt(3)"],
  ["sin(pi/12)", "sin(pi/12)"],
  ["acos(0)", "pi/2"],
  ["abs(-3*x)", "Abs(3*x)"],
  ["Abs(x)**2", "x**2"],
  ["cbrt(8)", "2"],
  ["ln(x)", "log(x)"],
  ["0.25*x", "x/4"],
  ["1.5e-2", "3/200"],
  ["9**9**9", "9**387420489"],
] as const)("%s is %s", ([text, form]) => {
  expect(canonical(text)).toBe(form);
  expect(canonical(form)).toBe(form);
});

test.for(["1/0", "0/0", "0*(1/0)", "log(0)", "tan(pi/2)", "cot(0)", "0**(-2)", "x + 1/(x - x)"])(
  "%s has no value",
  (text) => {
    const algebra = new Algebra();
    expect(readExpression(algebra, text)).toBe(algebra.undefinedValue);
  },
);

test("equal forms are the same object", () => {
  const algebra = new Algebra();
  const a = readExpression(algebra, "(x + 1)*sin(2*x)/(x**2*3)");
  const b = readExpression(algebra, "sin(x + x)/3*(1 + x)*x**(-2)");
  expect(a).toBe(b);
});

test("an algebra that is full gives nothing more", () => {
  const algebra = new Algebra();
  const sum = (count: number, shift: number) =>
    algebra.sum(
      ...Array.from({ length: count }, (_, n) =>
        algebra.power(algebra.x, algebra.fraction(n + shift)),
      ),
    );
  for (let shift = 2; shift < 1000; shift++) sum(1000, shift);
  expect(sum(1000, 5000)).toBe(algebra.undefinedValue);
});
