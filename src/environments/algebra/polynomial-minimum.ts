import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { decimal } from "../toolkit/answer-forms/numbers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { type Dyadic, fromDyadic, toDyadic } from "../toolkit/numbers/dyadic.ts";
import {
  addPolynomials,
  derivativeOf,
  evaluatePolynomial,
  type Polynomial,
  powerOfLinear,
} from "../toolkit/numbers/polynomials.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { partial } from "../toolkit/scoring/verdicts.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";

/** The polynomial is the sum of a·(x − s)^d over even d, with 1 ≤ a ≤ w and −w ≤ s ≤ w. */
const MAX_WEIGHT = 2;
/** What the stored minimum earns; the rest is for values below it, which only rounding leaves. */
const AT_MINIMUM = 0.95;
const BETA = 5;
const LEAST_GAIN = 1e-8;
/** The share of the way from f(0) down to the minimum that passes. */
const PASSING_SHARE = 0.999;

/** Far beyond any use; keeps the exact values short, and the draw within a second. */
const MAX_DEGREE = 300;
/** How far stored figures may be from ours, whose last digits another machine may round otherwise. */
const STORED_TOLERANCE = 1e-6;

const Parameters = z.object({ N: sizeFrom(2, MAX_DEGREE).multipleOf(2, "must be even") });
const Instance = instanceOf(Parameters, {
  coeffs: bigIntegers,
  reference_answer: z.number(),
  reference_value: z.number(),
  worst_value: z.number(),
}).check(
  lengths(({ N }) => N + 1, "coeffs"),
  holds(
    "coeffs",
    ({ coeffs }) => isSumOfEvenPowers(coeffs),
    "must be those of a sum of a·(x − s)^d",
  ),
  holds(
    "reference_value",
    ({ coeffs, reference_value }) => isNear(reference_value, valueAt(coeffs, minimiser(coeffs))),
    "must be the minimum",
  ),
  holds(
    "worst_value",
    ({ coeffs, worst_value }) => isNear(worst_value, valueAt(coeffs, 0)),
    "must be f(0)",
  ),
);

export const polynomialMinimum = defineEnvironment({
  id: "PolynomialMinimum",
  title: "Minimum of a polynomial",
  summary:
    "Find the real x that minimises a convex even-degree polynomial with integer coefficients.",
  reward: `${AT_MINIMUM}·((f(0) − value)/(f(0) − minimum))^${BETA}; passes from ${AT_MINIMUM}·${PASSING_SHARE}^${BETA}`,
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
      reference_value: valueAt(coeffs, reference_answer),
      worst_value: valueAt(coeffs, 0),
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
    const value = valueAt(coeffs, x);
    const reached = `f(x) = ${value}`;
    return partial(
      rewardFor(value, reference_value, worst_value),
      `${reached}, minimum ${reference_value}`,
      `${reached}, which is ${value > reference_value ? "above" : "at"} the minimum`,
    );
  },

  solve: ({ coeffs }) => String(minimiser(coeffs)),

  passingThreshold: () => AT_MINIMUM * PASSING_SHARE ** BETA,
});

function rewardFor(value: number, least: number, worst: number): number {
  if (value >= worst) return value <= least ? AT_MINIMUM : 0;
  if (value >= least) return AT_MINIMUM * ((worst - value) / (worst - least)) ** BETA;
  return AT_MINIMUM + (1 - AT_MINIMUM) / (1 + 1 / Math.max(least - value, LEAST_GAIN));
}

/** Coefficients in ascending order of a sum of even powers, one of each even degree. */
function convexPolynomial(N: number, random: Random): bigint[] {
  let coeffs: bigint[] = [];
  for (let degree = 2; degree <= N; degree += 2) {
    const weight = random.integer(1, MAX_WEIGHT);
    const shift = random.integer(-MAX_WEIGHT, MAX_WEIGHT);
    coeffs = addPolynomials(coeffs, powerOfLinear(BigInt(weight), BigInt(shift), degree));
  }
  return coeffs;
}

/**
 * Whether a polynomial of even degree is a sum of a·(x − s)^d, one of each even degree d, with
 * integers a ≥ 1 and s: then it is strictly convex. Of what is left, the highest two coefficients
 * are a and −d·a·s. O(N²).
 */
function isSumOfEvenPowers(coeffs: Polynomial): boolean {
  let rest = coeffs;
  for (let degree = coeffs.length - 1; degree > 0; degree -= 2) {
    const weight = rest[degree];
    if (weight < 1n) return false;
    const shift = -rest[degree - 1] / (BigInt(degree) * weight);
    rest = addPolynomials(rest, powerOfLinear(-weight, shift, degree)).slice(0, degree - 1);
  }
  return rest[0] === 0n;
}

function isNear(stored: number, value: number): boolean {
  return Math.abs(stored - value) <= STORED_TOLERANCE * Math.max(1, Math.abs(value));
}

/** f(x), correctly rounded: doubles would lose all digits where large terms cancel. */
function valueAt(coeffs: Polynomial, x: number): number {
  const { numerator, bits } = toDyadic(x);
  const value = evaluateExactly(coeffs, { numerator, bits });
  return fromDyadic({ numerator: value, bits: bits * (coeffs.length - 1) });
}

/** f(numerator / 2^bits) · 2^(bits · degree), which is an integer. */
function evaluateExactly(coeffs: Polynomial, { numerator, bits }: Dyadic): bigint {
  const last = coeffs.length - 1;
  const scaled = coeffs.map((coefficient, power) => coefficient << BigInt(bits * (last - power)));
  return evaluatePolynomial(scaled, numerator);
}

/** Bits after the point to which the minimiser is found: more than a double holds. */
const MINIMISER_BITS = 64;

/**
 * Where a strictly convex polynomial is least: bisection by the sign of its derivative, computed
 * exactly, so that also a minimiser with few bits is found exactly. O(N) long products a bit.
 */
function minimiser(coeffs: Polynomial): number {
  const derivative = derivativeOf(coeffs);
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
