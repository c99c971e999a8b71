import { z } from "zod";
import { expression } from "../engines/expressions/answer-form.ts";
import { differentiate } from "../engines/expressions/differentiate.ts";
import { drawFunction, isFunctionOfX } from "../engines/expressions/random-expression.ts";
import { expressionText, isDerivative } from "../engines/expressions/schema.ts";
import { scoreExpression } from "../engines/expressions/score.ts";
import { describeSyntax } from "../engines/expressions/syntax-rules.ts";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS } from "../toolkit/scoring/exact.ts";
import { malformedWords } from "../toolkit/scoring/verdicts.ts";

/** Larger trees hardly ever pass the rules of the draw. */
const MAX_NODES = 80;

const Parameters = z.object({ node_num: sizeFrom(2, MAX_NODES) });
const Instance = instanceOf(Parameters, {
  reference_answer: expressionText,
  f_prime: expressionText,
}).check(isDerivative("f_prime", "reference_answer"));

export const integral = defineEnvironment({
  id: "Integral",
  title: "Find an antiderivative",
  summary: "Given a derivative F'(x), write an expression for some antiderivative F(x).",
  reward: `${EXACT_WORDS}; ${malformedWords("letters other than x")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  // An antiderivative is not found again in general: algorithms that always do fill books (Risch).
  planted: true,
  slowVerification: true,
  levels: recurrence({ node_num: 2 }, ({ node_num }) => ({
    node_num: Math.min(node_num + 1, MAX_NODES),
  })),

  generate({ node_num }, random) {
    const { text, derivativeText } = drawFunction(node_num, random, ({ derivative }) =>
      isFunctionOfX(derivative),
    );
    return { node_num, reference_answer: text, f_prime: derivativeText };
  },

  prompt: ({ f_prime, reference_answer }) =>
    `A function F of a real variable x has the derivative
F'(x) = ${f_prime}

Find such a function F(x): any antiderivative, with any number as constant of integration, but without an unknown constant such as + C.

${describeSyntax(reference_answer)}`,

  answer: expression,

  score: (answer, { reference_answer, f_prime }) =>
    scoreExpression(answer, { reference: reference_answer, target: f_prime, image: differentiate }),

  solve: ({ reference_answer }) => reference_answer,
});
