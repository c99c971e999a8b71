import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import {
  addPolynomials,
  dividePolynomials,
  multiplyPolynomials,
} from "../toolkit/numbers/polynomials.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";
import { formatSeries } from "../toolkit/text/series.ts";

/** Coefficients lie in [−MAX_WEIGHT, MAX_WEIGHT]; leading ones are positive. */
const MAX_WEIGHT = 5;
/** Degrees of the divisor, absolute and as shares of N, of which each makes a parameter set. */
const DIVISOR_DEGREES = [2, 3, 4, 5];
const DIVISOR_SHARES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Far beyond any use: up to it, a problem is drawn and solved within a second. */
const MAX_N = 1_000;

const matched = matching({ beta: 10, unit: "coefficients right" });

const Parameters = z
  .object({ N: sizeFrom(2, MAX_N), M: sizeFrom(2, MAX_N) })
  .check(holds("M", ({ N, M }) => M <= N, "must be at most N"));
const coefficients = integersFrom(-MAX_WEIGHT, MAX_WEIGHT);
const Instance = instanceOf(Parameters, {
  Q_coeffs: coefficients,
  R_coeffs: coefficients,
  S_coeffs: coefficients,
  P_coeffs: integers,
  reference_answer: z.string(),
}).check(
  lengths(({ M }) => M + 1, "Q_coeffs"),
  lengths(({ N, M }) => N - M + 1, "R_coeffs"),
  lengths("M", "S_coeffs"),
  lengths(({ N }) => N + 1, "P_coeffs"),
  holds("Q_coeffs", ({ Q_coeffs }) => isLeadingPositive(Q_coeffs), "must end with a positive one"),
  holds("R_coeffs", ({ R_coeffs }) => isLeadingPositive(R_coeffs), "must end with a positive one"),
  holds(
    "P_coeffs",
    ({ N, Q_coeffs, R_coeffs, S_coeffs, P_coeffs }) =>
      countAgreements(multiplyAdd(Q_coeffs, R_coeffs, S_coeffs), P_coeffs) === N + 1,
    "must be those of Q*R + S",
  ),
);

export const polynomialRemainder = defineEnvironment({
  id: "PolynomialRemainder",
  title: "Polynomial remainder",
  summary: "Give the integer coefficients of the remainder of one polynomial divided by another.",
  reward: `${matched.words}; ${invalidWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["R_coeffs", "S_coeffs"],
  levels: growing({ N: 3 }, ({ N }) => divisorDegrees(N).map((M) => ({ N, M }))),

  generate({ N, M }, random) {
    const Q_coeffs = randomPolynomial(M, random);
    const R_coeffs = randomPolynomial(N - M, random);
    const S_coeffs = random.integers(M, -MAX_WEIGHT, MAX_WEIGHT);
    const P_coeffs = multiplyAdd(Q_coeffs, R_coeffs, S_coeffs);
    return { N, M, Q_coeffs, R_coeffs, S_coeffs, P_coeffs, reference_answer: S_coeffs.join(" ") };
  },

  prompt: ({ N, M, P_coeffs, Q_coeffs }) =>
    `Two polynomials with integer coefficients, of degrees ${N} and ${M}, where ^ means power:
P(x) = ${formatPolynomial(P_coeffs)}
Q(x) = ${formatPolynomial(Q_coeffs)}

Divide P by Q: there are polynomials R and S with integer coefficients such that P(x) = Q(x)*R(x) + S(x), where the remainder S has a degree below ${M}. Find the remainder; the coefficient of x^k in it is called s_k, and s_0 is the constant term.

Answer with the ${M} coefficients ${formatSeries(M, coefficientName)}, zeros included, in this order on one line, separated by spaces, like this: ${formatSeries(M, coefficientName, " ")}`,

  answer: integerList,

  score(answer, { M, S_coeffs }) {
    const fault = findCountFault(answer, M, "integer");
    if (fault !== undefined) return invalid(fault);
    return matched.verdict(countAgreements(answer, S_coeffs), M);
  },

  // The quotient's coefficients are integers, since P was made from integers.
  solve: ({ P_coeffs, Q_coeffs }) =>
    dividePolynomials(P_coeffs.map(BigInt), Q_coeffs.map(BigInt)).remainder.join(" "),
});

/** The degrees of divisors that a level offers, each once. */
function divisorDegrees(N: number): number[] {
  const shares = DIVISOR_SHARES.map((share) => Math.floor(N * share));
  const degrees = [...DIVISOR_DEGREES, ...shares].filter((M) => M >= 2 && M <= N);
  return [...new Set(degrees)];
}

/** Coefficients in ascending order. */
function randomPolynomial(degree: number, random: Random): number[] {
  return [...random.integers(degree, -MAX_WEIGHT, MAX_WEIGHT), random.integer(1, MAX_WEIGHT)];
}

function isLeadingPositive(coefficients: readonly number[]): boolean {
  return (coefficients.at(-1) ?? 0) > 0;
}

function coefficientName(power: number): string {
  return `s_${power}`;
}

/** Q · R + S, whose coefficients stay far below 2^53. O(N · M). */
function multiplyAdd(Q: readonly number[], R: readonly number[], S: readonly number[]): number[] {
  const product = multiplyPolynomials(Q.map(BigInt), R.map(BigInt));
  return addPolynomials(product, S.map(BigInt)).map(Number);
}
