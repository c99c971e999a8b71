import { expect, test } from "vitest";
import { Algebra } from "../../../../src/environments/engines/expressions/algebra.ts";
import { differentiate } from "../../../../src/environments/engines/expressions/differentiate.ts";
import { countOperations } from "../../../../src/environments/engines/expressions/operations.ts";
import { parseSyntax } from "../../../../src/environments/engines/expressions/parse.ts";
import {
  drawFunction,
  isFunctionOfX,
} from "../../../../src/environments/engines/expressions/random-expression.ts";
import { readExpression } from "../../../../src/environments/engines/expressions/read.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("drawn functions read back, with the derivative that is given", () => {
  const random = new Random("drawn functions");
  for (const size of [1, 2, 3, 6, 12, 24]) {
    for (let count = 0; count < 15; count++) {
      const { text, derivativeText } = drawFunction(size, random, ({ of }) => isFunctionOfX(of));
      const algebra = new Algebra();
      const derivative = readExpression(algebra, derivativeText);
      expect(differentiate(algebra, readExpression(algebra, text)), text).toBe(derivative);
      expect(isFunctionOfX(readExpression(algebra, text))).toBe(true);
      expect(countOperations(algebra, derivative)).toBeLessThanOrEqual(1000);
      expect(parseSyntax(text)?.hasDecimals).toBe(false);
    }
  }
});

test("what is not wanted is drawn again", () => {
  const random = new Random("wanted");
  for (let count = 0; count < 30; count++) {
    const { derivativeText } = drawFunction(2, random, ({ derivative }) =>
      isFunctionOfX(derivative),
    );
    expect(derivativeText).toContain("x");
  }
});
