import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import {
  addPolynomials,
  evaluatePolynomial,
  multiplyPolynomials,
} from "../toolkit/numbers/polynomials.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegers, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatSeries } from "../toolkit/text/series.ts";

/** Coefficients lie in [−MAX_WEIGHT, MAX_WEIGHT]; the leading one is positive. */
const MAX_WEIGHT = 5;
/** Far beyond any use: up to it, a problem is drawn and solved within a second. */
const MAX_N = 500;

const matched = matching({ beta: 10, unit: "coefficients right" });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  coeffs: integersFrom(-MAX_WEIGHT, MAX_WEIGHT),
  X: integers,
  Y: bigIntegers,
  reference_answer: z.string(),
}).check(
  lengths(({ N }) => N + 1, "coeffs", "X", "Y"),
  holds("coeffs", ({ coeffs }) => (coeffs.at(-1) ?? 0) > 0, "must end with a positive one"),
  within("X", ({ N }) => -N, "N"),
  distinct("X"),
  holds(
    "Y",
    ({ coeffs, X, Y }) => valuesOf(coeffs, X).every((value, index) => value === Y[index]),
    "must be the values of the polynomial at X",
  ),
);

export const polynomialInterpolation = defineEnvironment({
  id: "PolynomialInterpolation",
  title: "Polynomial interpolation",
  summary: "Recover the integer coefficients of a polynomial from as many of its values.",
  reward: `${matched.words}; ${invalidWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["coeffs"],
  levels: growing({ N: 2 }),

  generate({ N }, random) {
    const coeffs = [...random.integers(N, -MAX_WEIGHT, MAX_WEIGHT), random.integer(1, MAX_WEIGHT)];
    const X = random.distinctIntegers(N + 1, -N, N);
    return { N, coeffs, X, Y: valuesOf(coeffs, X), reference_answer: coeffs.join(" ") };
  },

  prompt: ({ N, X, Y }) =>
    `A polynomial of degree ${N}, where ^ means power, has integer coefficients ${formatSeries(N + 1, coefficientName)}:
f(x) = ${formatSeries(N + 1, formatTerm, " + ")}

These ${N + 1} of its values are known:
${formatLines(X, (x, index) => `f(${x}) = ${Y[index]}`)}

Find the coefficients. They are determined by these values.

Answer with all ${N + 1} coefficients, zeros included, in ascending order of the powers on one line, separated by spaces, like this: ${formatSeries(N + 1, coefficientName, " ")}`,

  answer: integerList,

  score(answer, { N, coeffs }) {
    const fault = findCountFault(answer, N + 1, "integer");
    if (fault !== undefined) return invalid(fault);
    return matched.verdict(countAgreements(answer, coeffs), N + 1);
  },

  solve: ({ X, Y }) => interpolate(X.map(BigInt), Y).join(" "),
});

function coefficientName(power: number): string {
  return `a_${power}`;
}

/** A term with its coefficient's name: "a_0", "a_1*x", "a_2*x^2". */
function formatTerm(power: number): string {
  if (power === 0) return coefficientName(power);
  return `${coefficientName(power)}*x${power === 1 ? "" : `^${power}`}`;
}

function valuesOf(coeffs: readonly number[], X: readonly number[]): bigint[] {
  const polynomial = coeffs.map(BigInt);
  return X.map((x) => evaluatePolynomial(polynomial, BigInt(x)));
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
    const outer = multiplyPolynomials(coefficients, [-X[index], 1n]);
    coefficients = addPolynomials([differences[index]], outer);
  }
  return coefficients;
}
