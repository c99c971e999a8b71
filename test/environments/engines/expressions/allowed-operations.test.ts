import { expect, test } from "vitest";
import { allowedOperations } from "../../../../src/environments/engines/expressions/allowed-operations.ts";
import { parseSyntax } from "../../../../src/environments/engines/expressions/parse.ts";
import {
  drawFunction,
  isFunctionOfX,
} from "../../../../src/environments/engines/expressions/random-expression.ts";
import { scoreExpression } from "../../../../src/environments/engines/expressions/score.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { writeOutDerivative } from "./written-out.ts";

function verdictOn(answer: string, target: string) {
  const syntax = parseSyntax(answer);
  if (syntax === null) throw new Error(`${answer} cannot be read`);
  const verdict = scoreExpression(syntax, {
    reference: target,
    target,
    image: (_, value) => value,
  });
  return { ...verdict, written: syntax.writtenOperations };
}

test("at least 20 operations, otherwise four times those of the reference", () => {
  expect(allowedOperations("1")).toBe(20);
  expect(allowedOperations("sin(x) + cos(x) + x**2")).toBe(20);
  expect(allowedOperations("sin(x) + cos(x) + x**2 + x*log(x)")).toBe(32);
});

test("signs and functions count as they are written", () => {
  const written = (text: string) => parseSyntax(text)?.writtenOperations;
  expect(written("x")).toBe(0);
  expect(written("-x + 3*sqrt(x)/2")).toBe(5);
  expect(written("x**-2 - E^x")).toBe(4);
  expect(written("(sin((x)))")).toBe(1);
});

test("expanded forms count up to the limit, beyond it they may not", () => {
  expect(verdictOn("5*x**4 + 20*x**3 + 30*x**2 + 20*x + 5", "5*(x + 1)**4").reward).toBe(1);
  expect(verdictOn("sin(x)**2 + cos(x)**2", "1").reward).toBe(1);
  const chain = (length: number) => `1${" + sin(x) - sin(x)".repeat(length)}`;
  expect(verdictOn(chain(5), "1")).toMatchObject({ reward: 1, written: 20 });
  const powers = Array.from(
    { length: 11 },
    (_, power) => `${[1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1][power]}*x**${power}`,
  );
  const { reward, reason } = verdictOn(powers.join(" + "), "(x + 1)**10");
  expect(reward).toBe(0);
  expect(reason).toMatch(/^it takes \d+ operations, more than 20$/);
});

test("a derivative written out rule by rule counts wherever it keeps to the limit", () => {
  const random = new Random("written out");
  let within = 0;
  for (let count = 0; count < 150; count++) {
    const size = random.integer(2, 9);
    const { text, derivativeText } = drawFunction(size, random, ({ of }) => isFunctionOfX(of));
    const syntax = parseSyntax(text);
    if (syntax === null) throw new Error(`${text} cannot be read`);
    const answer = writeOutDerivative(syntax);
    const { reward, written } = verdictOn(answer, derivativeText);
    if (written > allowedOperations(derivativeText)) continue;
    within++;
    expect(reward, `${answer} for ${text}`).toBe(1);
  }
  expect(within).toBeGreaterThan(100);
});
