import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { bigIntegers, integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** Coefficients lie in [−MAX_WEIGHT, MAX_WEIGHT]; the leading one is positive. */
const MAX_WEIGHT = 5;
const BETA = 10;

const Parameters = z.object({ N: z.int().min(2) });
const Instance = Parameters.extend({
  coeffs: integers,
  X: integers,
  Y: bigIntegers,
  reference_answer: z.string(),
});

export const polynomialInterpolation = defineEnvironment({
  id: "PolynomialInterpolation",
  title: "Polynomial interpolation",
  summary: "Recover the integer coefficients of a polynomial from as many of its values.",
  reward: "(matched/all)^10; wrong length −0.5",
  parameters: Parameters,
  instance: Instance,
  hidden: ["coeffs"],
  levels: recurrence({ N: 2 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const coeffs = [...random.integers(N, -MAX_WEIGHT, MAX_WEIGHT), random.integer(1, MAX_WEIGHT)];
    const X = random.distinctIntegers(N + 1, -N, N);
    const Y = X.map((x) => evaluate(coeffs, BigInt(x)));
    return { N, coeffs, X, Y, reference_answer: coeffs.join(" ") };
  },

  prompt: ({ N, X, Y }) =>
    `A polynomial f(x) = a_0 + a_1*x + … + a_${N}*x^${N} of degree ${N} (^ means power) has integer coefficients a_0, …, a_${N}. These ${N + 1} of its values are known:
${formatLines(X, (x, index) => `f(${x}) = ${Y[index]}`)}

Find the coefficients. They are determined by these values.

Answer with the ${N + 1} integers a_0, …, a_${N} in this order (ascending powers) on one line, separated by spaces, also those that are 0, like this: a_0 a_1 …`,

  answer: integerList,

  score(answer, { N, coeffs }) {
    if (answer.length !== N + 1) return invalid(`${answer.length} integers instead of ${N + 1}`);
    return fraction(countAgreements(answer, coeffs), N + 1, BETA, "coefficients right");
  },

  solve: ({ X, Y }) => interpolate(X.map(BigInt), Y).join(" "),
});

/** The value at x: Horner's scheme. */
function evaluate(coeffs: readonly number[], x: bigint): bigint {
  return coeffs.reduceRight((value, coefficient) => value * x + BigInt(coefficient), 0n);
}

/**
 * The coefficients, ascending, of the polynomial through the points: Newton's divided differences,
 * which are integers for integer coefficients and points, then Horner's scheme from Newton's form
 * to powers. O(N²).
 */
function interpolate(X: readonly bigint[], Y: readonly bigint[]): bigint[] {
  const differences = [...Y];
  for (let order = 1; order < X.length; order++) {
    for (let index = X.length - 1; index >= order; index--) {
      const rise = differences[index] - differences[index - 1];
      differences[index] = rise / (X[index] - X[index - order]);
    }
  }
  let coefficients: bigint[] = [];
  for (let index = X.length - 1; index >= 0; index--) {
    // differences[index] + (x − X[index]) · inner
    const inner = coefficients;
    coefficients = [differences[index], ...inner].map(
      (value, power) => value - X[index] * (inner[power] ?? 0n),
    );
  }
  return coefficients;
}
