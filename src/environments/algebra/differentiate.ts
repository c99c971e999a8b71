import { z } from "zod";
import { Algebra } from "../engines/expressions/algebra.ts";
import { expression } from "../engines/expressions/answer-form.ts";
import { differentiate as derivativeOf } from "../engines/expressions/differentiate.ts";
import { formatExpression } from "../engines/expressions/format.ts";
import { drawFunction, isFunctionOfX } from "../engines/expressions/random-expression.ts";
import { readExpression } from "../engines/expressions/read.ts";
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

const Parameters = z.object({ node_num: sizeFrom(1, MAX_NODES) });
const Instance = instanceOf(Parameters, {
  function: expressionText,
  reference_answer: expressionText,
}).check(isDerivative("reference_answer", "function"));

export const differentiate = defineEnvironment({
  id: "Differentiate",
  title: "Symbolic derivative",
  summary: "Write the derivative of a given function of x as an expression in SymPy's syntax.",
  reward: `${EXACT_WORDS}; ${malformedWords("letters other than x")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  slowVerification: true,
  levels: recurrence({ node_num: 2 }, ({ node_num }) => ({
    node_num: Math.min(node_num + 1, MAX_NODES),
  })),

  generate({ node_num }, random) {
    const { text, derivativeText } = drawFunction(node_num, random, ({ of }) => isFunctionOfX(of));
    return { node_num, function: text, reference_answer: derivativeText };
  },

  prompt: (instance) =>
    `A function of a real variable x:
F(x) = ${instance.function}

Find its derivative F'(x).

${describeSyntax(instance.reference_answer)}`,

  answer: expression,

  score: (answer, { reference_answer }) =>
    scoreExpression(answer, {
      reference: reference_answer,
      target: reference_answer,
      image: (_, expression) => expression,
    }),

  solve(problem) {
    const algebra = new Algebra();
    const derivative = derivativeOf(algebra, readExpression(algebra, problem.function));
    return formatExpression(algebra, derivative);
  },
});
