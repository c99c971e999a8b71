import { expect, test } from "vitest";
import { differentiate } from "../../../../src/environments/engines/expressions/differentiate.ts";
import { parseSyntax } from "../../../../src/environments/engines/expressions/parse.ts";
import { scoreExpression } from "../../../../src/environments/engines/expressions/score.ts";

/** A reference of so many operations that no answer here is too long beside it. */
const LONG_REFERENCE = `${"sin(".repeat(20)}x${")".repeat(20)}`;

/** The reward of an answer that is to be the target. */
function reward(answer: string, target: string, reference = LONG_REFERENCE): number {
  const syntax = parseSyntax(answer);
  if (syntax === null) return -1;
  return scoreExpression(syntax, { reference, target, image: (_, value) => value }).reward;
}

/** The reward of an answer that is to be an antiderivative of the target. */
function rewardAsAntiderivative(
  answer: string,
  target: string,
  reference = LONG_REFERENCE,
): number {
  const syntax = parseSyntax(answer);
  if (syntax === null) return -1;
  const task = { reference, target, image: differentiate };
  return scoreExpression(syntax, task).reward;
}

/** Functions that are equal wherever both have real values. */
const EQUAL: readonly [string, string][] = [
  ["2*x", "x*2"],
  ["2*x", "x + x"],
  ["x**2 - 1", "(x - 1)*(x + 1)"],
  ["(x + 1)**3", "x**3 + 3*x**2 + 3*x + 1"],
  ["x/3", "2*x/6"],
  ["1/x + 1/(x + 1)", "(2*x + 1)/(x*(x + 1))"],
  ["1/x - 1/(x + 1)", "1/(x**2 + x)"],
  ["(x**2 - 1)/(x - 1)", "x + 1"],
  ["x/(x + 1)", "1 - 1/(x + 1)"],
  ["sin(x)**2", "1 - cos(x)**2"],
  ["sin(x)**2", "(1 - cos(2*x))/2"],
  ["sin(2*x)", "2*sin(x)*cos(x)"],
  ["cos(2*x)", "cos(x)**2 - sin(x)**2"],
  ["cos(2*x)", "2*cos(x)**2 - 1"],
  ["sin(3*x)", "3*sin(x) - 4*sin(x)**3"],
  ["sin(x + 1)", "sin(x)*cos(1) + cos(x)*sin(1)"],
  ["sin(x)", "cos(x - pi/2)"],
  ["sin(x)/cos(x)", "tan(x)"],
  ["cos(x)/sin(x)", "cot(x)"],
  ["1/cos(x)**2", "sec(x)**2"],
  ["1/cos(x)**2", "1 + tan(x)**2"],
  ["1/sin(x)", "csc(x)"],
  ["tan(x/2)", "sin(x)/(1 + cos(x))"],
  ["exp(x)", "E**x"],
  ["exp(2*x)", "exp(x)**2"],
  ["exp(x + 1)", "E*exp(x)"],
  ["exp(-x)", "1/exp(x)"],
  ["exp(x)/2 - exp(-x)/2", "sinh(x)"],
  ["(exp(x) + exp(-x))/2", "cosh(x)"],
  ["(exp(2*x) - 1)/(exp(2*x) + 1)", "tanh(x)"],
  ["cosh(x)**2", "1 + sinh(x)**2"],
  ["2**x", "exp(x*log(2))"],
  ["x**x", "exp(x*log(x))"],
  ["log(x**2 + 1)", "ln(1 + x**2)"],
  ["log(2*x)", "log(2) + log(x)"],
  ["log(x**3)", "3*log(x)"],
  ["log(x)", "log(abs(x))"],
  ["log(x**2)/2", "log(Abs(x))"],
  ["log(x)/log(10)", "log(x, 10)"],
  ["log(exp(x) + 1)", "x + log(1 + exp(-x))"],
  ["log((x + 3)/(x + 4))", "log(x + 3) - log(x + 4)"],
  ["sqrt(x)", "x**(1/2)"],
  ["sqrt(x)", "x**0.5"],
  ["x**(3/2)", "x*sqrt(x)"],
  ["1/sqrt(x)", "sqrt(x)/x"],
  ["sqrt(4*x + 4)", "2*sqrt(x + 1)"],
  ["sqrt(2*x + 2)", "sqrt(2)*sqrt(1 + x)"],
  ["sqrt(x**2)", "Abs(x)"],
  ["sqrt((x + 1)**2)", "abs(1 + x)"],
  ["x**(1/3)", "cbrt(x)"],
  ["(8*x)**(1/3)", "2*x**(1/3)"],
  ["1/(sqrt(x + 3) + sqrt(x + 2))", "sqrt(x + 3) - sqrt(x + 2)"],
  ["sqrt(3 + 2*sqrt(2))*x", "x*(1 + sqrt(2))"],
  ["asin(x)", "pi/2 - acos(x)"],
  ["atan(x)", "asin(x/sqrt(1 + x**2))"],
  ["acot(x)", "atan(1/x)"],
  ["asinh(x)", "log(x + sqrt(x**2 + 1))"],
  ["atanh(x)", "log((1 + x)/(1 - x))/2"],
  ["sqrt(1 - x**2)", "cos(asin(x))"],
  ["0.5*x + 0.25", "x/2 + 1/4"],
  ["1.5e1*x", "15*x"],
  ["x**2*(x**2*x**3 + 1)", "x**7 + x**2"],
  ["((x + 1)**(3*x/2))**(1/4)", "(x + 1)**(3*x/8)"],
  ["x*(x*(x*(x + 1) + 1) + 1) + 1", "(x**5 - 1)/(x - 1)"],
  ["3*x + 0*y", "3*x"],
  ["2 - 1", "x/x"],
  ["1/2*x", "x/2"],
  [".5*x", "x*2**-1"],
  ["2.5E-1*x", "x/4"],
  ["1_000*x", "1000*x"],
  ["2/x/3", "2/(3*x)"],
  ["-x^2", "-(x**2)"],
  ["x**2**3", "x**8"],
  ["x**-1", "1/+x"],
  ["--x", "x"],
  ["x/sqrt(2)", "sqrt(2)/2*x"],
  ["(sqrt(3) - sqrt(2))*x", "x/(sqrt(3) + sqrt(2))"],
  ["cos(pi/12)*x", "x*(sqrt(6) + sqrt(2))/4"],
  ["sin(pi/8)*x", "x*sqrt(2 - sqrt(2))/2"],
  ["x/Abs(x)", "sqrt(x**2)/x"],
  ["Abs(x)/x", "x/Abs(x)"],
  ["(x**6)**(1/3)", "x**2"],
  ["tan(x/2)", "(1 - cos(x))/sin(x)"],
  ["sin(2*x)", "2*tan(x)/(1 + tan(x)**2)"],
  ["cos(x)", "(1 - tan(x/2)**2)/(1 + tan(x/2)**2)"],
  ["sin(x)*cos(2*x)", "(sin(3*x) - sin(x))/2"],
  ["2*sin(x)*sin(1)", "cos(x - 1) - cos(x + 1)"],
  ["cos(4*x)", "8*cos(x)**4 - 8*cos(x)**2 + 1"],
  ["cosh(x) + sinh(x)", "exp(x)"],
  ["cosh(x)**2", "(cosh(2*x) + 1)/2"],
  ["asinh(sinh(x))", "x"],
  ["tan(atan(x))", "x"],
  ["asin(sin(x/2))", "x/2"],
  ["acsc(x)", "asin(1/x)"],
  ["asec(x)", "acos(1/x)"],
  ["acoth(x)", "atanh(1/x)"],
  ["log(2*x)/log(2)", "1 + log(x, 2)"],
];

/** Functions that differ, some by little or in places only. */
const DIFFERENT: readonly [string, string][] = [
  ["2*x", "2*x + 1"],
  ["2*x", "-2*x"],
  ["x**2", "x**3"],
  ["x/3", "x/4"],
  ["5", "4"],
  ["x", "x + 1/10**9"],
  ["x", "x + x/10**9"],
  ["sin(x)", "sin(x) + x**2/10**20"],
  ["sin(x)", "sin(x + 1/10**12)"],
  ["3*x", "3.01*x"],
  ["2*x", "2*x + 0.000000001"],
  ["exp(x)/3", "0.3333333*exp(x)"],
  ["x**2/3", "0.3333*x**2"],
  ["x/10**9", "0"],
  ["sin(x)/10**9", "0"],
  ["sin(x)/10**9", "0.000000002*sin(x)"],
  ["x", "Abs(x)"],
  ["x", "sqrt(x**2)"],
  ["sin(x)", "sqrt(1 - cos(x)**2)"],
  ["(x**4)**(1/4)", "x"],
  ["sin(x)", "cos(x)"],
  ["sin(x)", "sin(2*x)/2"],
  ["sin(x)", "x - x**3/6"],
  ["sin(x)", "x - x**3/6 + x**5/120 - x**7/5040"],
  ["sin(x)**2", "sin(x**2)"],
  ["sin(2*x)", "sin(x)*cos(x)"],
  ["tan(x)", "cot(x)"],
  ["1/cos(x)**2", "1/sin(x)**2"],
  ["exp(x)", "exp(-x)"],
  ["exp(2*x)", "exp(x**2)"],
  ["exp(x)", "x**E"],
  ["exp(x)", "2.718*exp(x - 1)"],
  ["2**x", "x**2"],
  ["log(x)", "log(2*x)"],
  ["log(x)", "log(x)/log(10)"],
  ["log(x + 1)", "log(x) + log(1)"],
  ["sqrt(x)", "x**(1/3)"],
  ["sqrt(x + 1)", "sqrt(x) + 1"],
  ["x**(3/2)", "x**(2/3)"],
  ["1/(x + 1)", "1/x + 1"],
  ["(x + 1)**2", "x**2 + 1"],
  ["asin(x)", "1/sin(x)"],
  ["asin(x)", "pi/2 - asin(x)"],
  ["atan(x)", "acot(x)"],
  ["sinh(x)", "cosh(x)"],
  ["sqrt(2)*x", "1.4142135*x + x**2"],
  ["pi*x", "22*x/7"],
  ["(x - 1)/(x + 1)", "(x + 1)/(x - 1)"],
  ["log(x)", "log(-x)"],
  ["sqrt(x)", "sqrt(-x)"],
  ["x", "log(exp(300*x))/300 + x/10**7"],
  ["x", "sqrt((exp(100) + x)**2) - exp(100) + x/2"],
  ["x", "x/0"],
  ["x", "x + 1/(x - x)"],
  ["x", "9**9**9"],
  ["x", "x**9999999"],
  ["x", "sn(x)"],
  ["x", "x + sn(1)"],
  ["(-x)**2", "-x**2"],
  ["(x**2)**3", "x**2**3"],
  ["2/x*3", "2/(x*3)"],
  ["x", "x*(1 + 1/10**6)"],
  ["x", "1.00002*x"],
  ["x", "x**1.0001"],
  ["x", "asin(sin(x))"],
  ["x", "acos(cos(x))"],
  ["x - 1", "sqrt((x - 1)**2)"],
  ["x", "x + x**2*(Abs(x - 199/100) + x - 199/100)"],
  ["Abs(x)", "log(cosh(20*x))/20"],
  ["Abs(x)", "sqrt(x**2 + 1/10**8)"],
  ["x/Abs(x)", "tanh(1000*x)"],
  ["x/Abs(x)", "2*atan(10**9*x)/pi"],
  ["x", "x + exp(-100*(x - 1/3)**2)/1000"],
  ["0", "exp(-1000*x**2)"],
  ["0", "exp(-1000)"],
  ["0", "sin(10**6*x)/10**12"],
  ["0", "x**500/10**200"],
  ["exp(-2001)*x", "exp(-2000)*x"],
  ["tan(x/2)", "(1 - sin(x))/cos(x)"],
  ["1/(1 + cos(x))", "1/(1 - cos(x))"],
];

test("the table of pairs is long enough", () => {
  expect(EQUAL.length).toBeGreaterThanOrEqual(60);
  expect(DIFFERENT.length).toBeGreaterThanOrEqual(50);
});

test.for(EQUAL)("%s equals %s", ([a, b]) => {
  expect(reward(b, a)).toBe(1);
  expect(reward(a, b)).toBe(1);
});

test.for(DIFFERENT)("%s is not %s", ([a, b]) => {
  expect(reward(b, a)).toBe(0);
});

test("decimals may be rounded, to within 1e-5", () => {
  expect(reward("0.333333*x**2", "x**2/3")).toBe(1);
  expect(reward("0.3333*x**2", "x**2/3")).toBe(0);
  expect(reward("1.4142136*sin(x)", "sqrt(2)*sin(x)")).toBe(1);
  expect(reward("0.333333", "1/3")).toBe(0);
});

test.for([
  ["sin(x)", "cos(x)"],
  ["sin(x) + 7", "cos(x)"],
  ["sin(x) + pi**2 - sqrt(2)", "cos(x)"],
  ["sin(x) + 0.5", "cos(x)"],
  ["-cos(x + pi/2)", "cos(x)"],
  ["2*sin(x/2)*cos(x/2)", "cos(x)"],
  ["log(x)", "1/x"],
  ["log(-x)", "1/x"],
  ["log(Abs(x))", "1/x"],
  ["log(5*x) - 3", "1/x"],
  ["log(x**2)/2", "1/x"],
  ["log(abs(cos(x)))", "-sin(x)/cos(x)"],
  ["-log(sec(x))", "-tan(x)"],
  ["sin(x)**2/2", "sin(x)*cos(x)"],
  ["-cos(x)**2/2", "sin(x)*cos(x)"],
  ["-cos(2*x)/4 + 10**100", "sin(x)*cos(x)"],
  ["atan(x)", "1/(1 + x**2)"],
  ["-atan(1/x)", "1/(1 + x**2)"],
  ["x**3/3 + (x + 1)**2 - x**2 - 2*x", "x**2"],
  ["0.5*x**2", "x"],
  ["x*log(x) - x", "log(x)"],
  ["x*(log(x) - 1) + E", "log(x)"],
  ["(x - 1)*exp(x)", "x*exp(x)"],
  ["exp(x**2)/2", "x*exp(x**2)"],
  ["2*sqrt(x)", "1/sqrt(x)"],
  ["2*x/sqrt(x)", "1/sqrt(x)"],
  ["x**x", "x**x*(1 + log(x))"],
  ["log(Abs(x**2 - 1))/2", "x/(x**2 - 1)"],
  ["log(Abs((x - 1)/(x + 1)))/2", "1/(x**2 - 1)"],
  ["-atanh(x)", "1/(x**2 - 1)"],
  ["-acoth(x)", "1/(x**2 - 1)"],
  ["log(Abs(tan(x/2)))", "1/sin(x)"],
  ["-log(Abs(csc(x) + cot(x)))", "1/sin(x)"],
  ["log((1 - cos(x))/(1 + cos(x)))/2", "1/sin(x)"],
  ["log(Abs(sec(x) + tan(x)))", "1/cos(x)"],
  ["log(tan(x/2 + pi/4))", "1/cos(x)"],
  ["2*atanh(tan(x/2))", "1/cos(x)"],
  ["-2/(tan(x/2) + 1)", "1/(1 + sin(x))"],
  ["tan(x) - sec(x) + 1/3", "1/(1 + sin(x))"],
  ["csc(x) - cot(x)", "1/(1 + cos(x))"],
  ["-cos(3*x)/6 - cos(x)/2", "sin(2*x)*cos(x)"],
  ["-2*cos(x)**3/3", "sin(2*x)*cos(x)"],
  ["x/2 - 1/2*sin(x)*cos(x)", "sin(x)**2"],
  ["0.5*x - 0.25*sin(2*x)", "sin(x)**2"],
  ["E**x*sin(x)/2 - E**x*cos(x)/2", "exp(x)*sin(x)"],
  ["exp(x)*sin(x - pi/4)/sqrt(2)", "exp(x)*sin(x)"],
  ["-log(sqrt(x**2 + 1) - x)", "1/sqrt(x**2 + 1)"],
  ["acosh(x)", "1/sqrt(x**2 - 1)"],
  ["log(Abs(x + sqrt(x**2 - 1)))", "1/sqrt(x**2 - 1)"],
  ["-acos(x/2)", "1/sqrt(4 - x**2)"],
  ["2*asin(sqrt(2 + x)/2)", "1/sqrt(4 - x**2)"],
  ["x*Abs(x)/2", "sqrt(x**2)"],
  ["x*sqrt(x**2)/2", "Abs(x)"],
  ["2/3*(x + 1)^(3/2)", "sqrt(x + 1)"],
  ["-log(1 + exp(-x))", "1/(1 + exp(x))"],
  ["x/2 - log(cosh(x/2))", "1/(1 + exp(x))"],
  ["atan(tanh(x/2))", "1/(exp(x) + exp(-x))"],
  ["ln(abs(ln(x)))", "1/(x*log(x))"],
  ["x/(2*(x + 2))", "1/(x + 2)**2"],
  ["2*log(Abs(sin(x/2)))", "sin(x)/(1 - cos(x))"],
  ["3*cbrt(x)", "1/x**(2/3)"],
  ["x*log(x**2) - 2*x", "2*log(Abs(x))"],
] as const)("%s is an antiderivative of %s", ([answer, target]) => {
  expect(rewardAsAntiderivative(answer, target)).toBe(1);
});

test.for([
  ["cos(x)", "cos(x)"],
  ["-sin(x)", "cos(x)"],
  ["sin(x) + x/10**9", "cos(x)"],
  ["sin(2*x)/2", "cos(x)"],
  ["log(x)", "1/x**2"],
  ["log(x + 1)", "1/x"],
  ["x**3", "x**2"],
  ["x**2/2 + 1/0", "x"],
  ["x**2/2 + tan(pi/2)", "x"],
  ["x**2/2 + nn()", "x"],
  ["0", "x/10**9"],
  ["7", "sin(x)/10**7"],
  ["sin(2*x)", "cos(2*x)"],
  ["(1 + 1/10**6)*sin(x)", "cos(x)"],
  ["Abs(sin(x))", "cos(x)"],
  ["x**2/2", "Abs(x)"],
  ["-x**2/2", "sqrt(x**2)"],
  ["atanh(x)", "1/(x**2 - 1)"],
  ["acos(x/2)", "1/sqrt(4 - x**2)"],
  ["atan(x/2)", "1/(4 + x**2)"],
  ["2**x", "2**x"],
  ["x*2**(x - 1)", "2**x"],
  ["log(tan(x))", "1/sin(x)"],
  ["log(x, 10)", "1/x"],
  ["exp(-2*x)", "exp(-2*x)"],
] as const)("%s is no antiderivative of %s", ([answer, target]) => {
  expect(rewardAsAntiderivative(answer, target)).toBe(0);
});

test.for(["x + C", "X", "e**x", "y", "n*x", "x + sn(y)", "sin(x) + C1"])(
  "%s contains other letters",
  (answer) => {
    expect(reward(answer, "x")).toBe(-1);
    expect(rewardAsAntiderivative(answer, "1")).toBe(-1);
  },
);

const repeat = (count: number, write: (index: number) => string, by: string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(by);

/** Beside it no answer of 10,000 characters is too long: a drawn function is not longer. */
const LONGEST_REFERENCE = repeat(240, (n) => `sin(x + ${n})*x**${n + 2}`, "+");

test.for([
  repeat(150, () => "9", "**"),
  repeat(150, () => "x", "**"),
  `${"exp(".repeat(150)}x${")".repeat(150)}`,
  `${"tan(".repeat(150)}x${")".repeat(150)}`,
  `${"asinh(".repeat(150)}x${")".repeat(150)}`,
  `${"(".repeat(150)}x + 1${")**2 + 1".repeat(150)}`,
  `${"(".repeat(150)}x + 1${")**(1/3) + 1".repeat(150)}`,
  `${"(".repeat(150)}x${")**9999999999".repeat(150)}`,
  repeat(1200, (n) => `${n + 2}*x`, "+"),
  repeat(900, (n) => `1/${10007 + 2 * n}`, "+"),
  repeat(800, (n) => `sin(x+${n})`, "*"),
  repeat(900, (n) => `sqrt(${n + 2})`, "*"),
  repeat(600, (n) => `${n + 2}**(1/${n + 3})`, "*"),
  repeat(500, () => "(x + 1)**(x + 1)", "*"),
  "9".repeat(9999),
  `(2*x)**${"9".repeat(9000)}`,
  `${"9".repeat(290)}**(1/${"9".repeat(290)})*x`,
  `0.${"3".repeat(9000)}*x`,
  "1e999999999*x",
  "1e-999999999*x",
  "exp(exp(exp(exp(exp(x)))))",
  "sin(10**300*x)",
  "x**(10**200)",
  repeat(1000, (n) => `(x+${n + 2})`, "*"),
  repeat(1000, (n) => `(x+${n + 2})`, "/"),
  repeat(350, (n) => `atan(log(x+${n + 3}))**${n + 2}`, "+"),
  repeat(600, (n) => `(${n + 2}/7)**(1/${n + 3})`, "*"),
  `x*(${repeat(500, (n) => `x**${n + 2}/${10007 + 2 * n}`, "+")})`,
  `${"asec(".repeat(150)}x${")".repeat(150)}`,
  `${"1/(x+".repeat(150)}x${")".repeat(150)}`,
  `${"sqrt(x+sin(x*exp(".repeat(60)}x${")))".repeat(60)}`,
  "1/(sin(x)**2 + cos(x)**2 - 1)",
  "log(sin(x)**2 + cos(x)**2 - 1)",
])("work on a hostile answer is bounded (%#)", (answer) => {
  expect(answer.length).toBeLessThan(10_000);
  expect(reward(answer, "sin(x)", LONGEST_REFERENCE)).toBe(0);
  expect(rewardAsAntiderivative(answer, "cos(x)", LONGEST_REFERENCE)).toBe(0);
});
