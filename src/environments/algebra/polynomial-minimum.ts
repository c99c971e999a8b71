import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { decimal } from "../toolkit/answer-forms/numbers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { type Dyadic, fromDyadic, toDyadic } from "../toolkit/numbers/dyadic.ts";
import type { Random } from "../toolkit/random/random.ts";
import { bigIntegers } from "../toolkit/schemas/integers.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";

/** The polynomial is the sum of a·(x − s)^d over even d, with 1 ≤ a ≤ w and −w ≤ s ≤ w. */
const MAX_WEIGHT = 2;
/** What the stored minimum earns; the rest is for values below it, which only rounding leaves. */
const AT_MINIMUM = 0.95;
const BETA = 5;
const LEAST_GAIN = 1e-8;
/** The share of the way from f(0) down to the minimum that passes. */
const PASSING_SHARE = 0.999;

/** Far beyond any use; keeps the exact values short. */
const MAX_DEGREE = 1_000;

const Parameters = z.object({
  N: z.int().min(2).max(MAX_DEGREE).multipleOf(2, "N must be even"),
});
const Instance = Parameters.extend({
  coeffs: bigIntegers.max(MAX_DEGREE + 1),
  reference_answer: z.number(),
  reference_value: z.number(),
  worst_value: z.number(),
});

export const polynomialMinimum = defineEnvironment({
  id: "PolynomialMinimum",
  title: "Minimum of a polynomial",
  summary:
    "Find the real x that minimises a convex even-degree polynomial with integer coefficients.",
  reward: "0.95·((f(0) − value)/(f(0) − minimum))^5; passes from 0.95·0.999^5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 2 }, ({ N }) => ({ N: N + 2 })),

  generate({ N }, random) {
    const coeffs = convexPolynomial(N, random);
    const reference_answer = minimiser(coeffs);
    return {
      N,
      coeffs,
      reference_answer,
      reference_value: evaluate(coeffs, reference_answer),
      worst_value: evaluate(coeffs, 0),
    };
  },

  prompt: ({ coeffs }) =>
    `A function f of a real number x is given by this polynomial, where ^ means power:
f(x) = ${formatPolynomial(coeffs)}

It is convex and has its minimum at exactly one x. Find this x.

The nearer f(x) comes to the minimum, the better. Your x is accepted if f(x) exceeds the minimum by at most a thousandth of what f(0) exceeds it by; so if the minimum lies at 0, only 0 is accepted.

Answer with x as one decimal number, like this: -12.3456`,

  answer: decimal,

  score(x, { coeffs, reference_value, worst_value }) {
    const value = evaluate(coeffs, x);
    const reason = `f(x) = ${formatFigure(value)}, minimum ${formatFigure(reference_value)}`;
    return { reward: reward(value, reference_value, worst_value), reason };
  },

  solve: ({ coeffs }) => String(minimiser(coeffs)),

  passingThreshold: () => AT_MINIMUM * PASSING_SHARE ** BETA,
});

function reward(value: number, least: number, worst: number): number {
  if (value >= worst) return value <= least ? AT_MINIMUM : 0;
  if (value >= least) return AT_MINIMUM * ((worst - value) / (worst - least)) ** BETA;
  return AT_MINIMUM + (1 - AT_MINIMUM) / (1 + 1 / Math.max(least - value, LEAST_GAIN));
}

/** Coefficients in ascending order of a sum of even powers, one of each even degree. */
function convexPolynomial(N: number, random: Random): bigint[] {
  const coeffs = new Array<bigint>(N + 1).fill(0n);
  for (let degree = 2; degree <= N; degree += 2) {
    const weight = random.integer(1, MAX_WEIGHT);
    const shift = random.integer(-MAX_WEIGHT, MAX_WEIGHT);
    let term = BigInt(weight); // weight · C(degree, power) · (−shift)^(degree − power)
    for (let power = degree; power >= 0; power--) {
      coeffs[power] += term;
      term = (term * BigInt(-shift * power)) / BigInt(degree - power + 1);
    }
  }
  return coeffs;
}

/** f(x), correctly rounded: doubles would lose all digits where large terms cancel. */
function evaluate(coeffs: readonly bigint[], x: number): number {
  const { numerator, bits } = toDyadic(x);
  const value = evaluateExactly(coeffs, { numerator, bits });
  return fromDyadic({ numerator: value, bits: bits * (coeffs.length - 1) });
}

/** f(numerator / 2^bits) · 2^(bits · degree): Horner's scheme in integers. */
function evaluateExactly(coeffs: readonly bigint[], { numerator, bits }: Dyadic): bigint {
  let value = 0n;
  let shift = 0;
  for (let power = coeffs.length - 1; power >= 0; power--) {
    value = value * numerator + (coeffs[power] << BigInt(shift));
    shift += bits;
  }
  return value;
}

/** Bits after the point to which the minimiser is found: more than a double holds. */
const MINIMISER_BITS = 64;

/**
 * Where a strictly convex polynomial is least: bisection by the sign of its derivative, computed
 * exactly, so that also a minimiser with few bits is found exactly. O(N) long products a bit.
 */
function minimiser(coeffs: readonly bigint[]): number {
  const derivative = coeffs.slice(1).map((coefficient, power) => coefficient * BigInt(power + 1));
  const slope = (numerator: bigint, bits: number) =>
    evaluateExactly(derivative, { numerator, bits });
  let [low, high] = [-1n, 1n];
  while (slope(low, 0) > 0n) low *= 2n;
  while (slope(high, 0) < 0n) high *= 2n;
  for (let bits = 1; bits <= MINIMISER_BITS; bits++) {
    const middle = low + high; // of both ends doubled, for one more bit
    const slopeThere = slope(middle, bits);
    if (slopeThere === 0n) return fromDyadic({ numerator: middle, bits });
    [low, high] = slopeThere > 0n ? [2n * low, middle] : [middle, 2n * high];
  }
  return fromDyadic({ numerator: low, bits: MINIMISER_BITS });
}
