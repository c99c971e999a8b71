import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";

/** Coefficients lie in [−MAX_WEIGHT, MAX_WEIGHT]; leading ones are positive. */
const MAX_WEIGHT = 5;
const BETA = 10;
/** Degrees of the divisor, absolute and as shares of N, of which each makes a parameter set. */
const DIVISOR_DEGREES = [2, 3, 4, 5];
const DIVISOR_SHARES = [0.1, 0.3, 0.5, 0.7, 0.9];

const Parameters = z
  .object({ N: z.int().min(2), M: z.int().min(2) })
  .refine(({ N, M }) => N >= M, "N must be at least M");
const Instance = z.object({
  N: z.int(),
  M: z.int(),
  Q_coeffs: integers,
  R_coeffs: integers,
  S_coeffs: integers,
  P_coeffs: integers,
  reference_answer: z.string(),
});

export const polynomialRemainder = defineEnvironment({
  id: "PolynomialRemainder",
  title: "Polynomial remainder",
  summary: "Give the integer coefficients of the remainder of one polynomial divided by another.",
  reward: "(matched/all)^10; wrong length −0.5",
  parameters: Parameters,
  instance: Instance,
  hidden: ["R_coeffs", "S_coeffs"],
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => divisorDegrees(N).map((M) => ({ N, M })),
  ),

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

Divide P by Q: there are polynomials R and S with integer coefficients such that P(x) = Q(x)*R(x) + S(x), where the remainder S has a degree below ${M}. Find the remainder; its coefficients are called s_0 (the constant term) to s_${M - 1} (of x^${M - 1}).

Answer with the ${M} integers s_0, …, s_${M - 1} in this order (ascending powers) on one line, separated by spaces, also those that are 0, like this: s_0 s_1 …`,

  answer: integerList,

  score(answer, { M, S_coeffs }) {
    if (answer.length !== M) return invalid(`${answer.length} integers instead of ${M}`);
    return fraction(countAgreements(answer, S_coeffs), M, BETA, "coefficients right");
  },

  solve: ({ M, P_coeffs, Q_coeffs }) => remainder(P_coeffs, Q_coeffs).slice(0, M).join(" "),
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

/** Q · R + S */
function multiplyAdd(Q: readonly number[], R: readonly number[], S: readonly number[]): number[] {
  const P = new Array<number>(Q.length + R.length - 1).fill(0);
  for (const [power, coefficient] of S.entries()) P[power] = coefficient;
  for (const [i, q] of Q.entries()) {
    for (const [j, r] of R.entries()) P[i + j] += q * r;
  }
  return P;
}

/**
 * The remainder of P by Q in the low places, 0 above: long division. The quotient's coefficients
 * are integers, since P was made from integers; in doubles, they and all intermediate results are
 * exact. O(N · M).
 */
function remainder(P: readonly number[], Q: readonly number[]): number[] {
  const rest = [...P];
  const degree = Q.length - 1;
  for (let shift = P.length - Q.length; shift >= 0; shift--) {
    const quotient = rest[shift + degree] / Q[degree];
    for (const [power, coefficient] of Q.entries()) rest[shift + power] -= quotient * coefficient;
  }
  return rest.map((value) => value + 0); // + 0 turns −0 into 0
}
