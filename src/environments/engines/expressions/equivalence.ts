import type { Algebra } from "./algebra.ts";
import { doubleDoubles, doubles } from "./arithmetic.ts";
import { expandDefinitions } from "./definitions.ts";
import { type Evaluation, toEvaluate } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { TEST_POINTS } from "./test-points.ts";

/** So many points must be usable: both functions have real values there. */
const NEEDED_POINTS = 256;
/** A value that is not known to this much does not count. */
const NEEDED_PRECISION = 1e-7;
/** So many of the points are looked at in double-double arithmetic. */
const FINE_POINTS = 48;
/** Where doubles do not tell, no more points than these are evaluated in double-doubles instead. */
const MAX_FALLBACKS = 320;
/** After so many of these that double-doubles could not tell either, no more are tried. */
const MAX_FUTILE_FALLBACKS = MAX_FALLBACKS - NEEDED_POINTS;
/** The error bounds are trusted up to this factor. */
const SAFETY = 4;

/**
 * Why a function, the difference of two, is not zero, as a reason; undefined if it is.
 *
 * A canonical form of 0 is proof that it is zero, and a single point at which the value exceeds its
 * error bound is proof that it is not. What is left is taken as zero if it vanishes at all usable
 * test points to within rounding (at least 256, to about 16 digits), and at 48 of them also in
 * double-double arithmetic (about 30 digits). For a function that was not made from these very
 * points to be zero there by chance, 48 values must all fall within 1e−28 of 0, relative to the
 * terms they are made of: less likely than 10^−1000.
 *
 * @param tolerance how far from zero the function may be, for numbers written as decimals: then the
 *   second look is left out
 */
export function findDifference(
  algebra: Algebra,
  difference: Expression,
  tolerance = 0,
): string | undefined {
  const core = expandDefinitions(algebra, difference);
  if (core === algebra.zero) return undefined;
  if (isNeverZero(algebra, core)) return "wrong everywhere";
  const roughly = toEvaluate(core, doubles);
  const finely = toEvaluate(core, doubleDoubles);
  const agreed: number[] = [];
  let fallbacks = 0;
  let futile = 0;
  for (const x of TEST_POINTS) {
    let evaluation = roughly(x);
    const isVague = !(evaluation.error <= NEEDED_PRECISION);
    if (isVague && fallbacks < MAX_FALLBACKS && futile < MAX_FUTILE_FALLBACKS) {
      evaluation = finely(x);
      fallbacks++;
      if (!isUsable(evaluation)) futile++;
    }
    if (!isUsable(evaluation)) continue;
    if (isBeyond(evaluation, tolerance)) return formatDifference(x);
    agreed.push(x);
  }
  if (agreed.length < NEEDED_POINTS) {
    return `only ${agreed.length} of ${TEST_POINTS.length} points of [-2, 2] could be compared`;
  }
  if (tolerance > 0) return undefined;
  for (const x of agreed.slice(0, FINE_POINTS)) {
    const evaluation = finely(x);
    if (isUsable(evaluation) && isBeyond(evaluation, 0)) return formatDifference(x);
  }
  return undefined;
}

/** Whether an expression is a number other than 0, or such a number times exponentials. */
function isNeverZero(algebra: Algebra, expression: Expression): boolean {
  if (expression.kind === "product") {
    return expression.factors.every((factor) => isNeverZero(algebra, factor));
  }
  if (expression.kind === "number") return expression !== algebra.zero;
  return expression.kind === "power" && expression.base === algebra.E;
}

function isUsable({ value, error }: Evaluation): boolean {
  return !Number.isNaN(value) && error <= NEEDED_PRECISION;
}

function isBeyond({ value, error }: Evaluation, tolerance: number): boolean {
  return Math.abs(value) > tolerance + SAFETY * error;
}

function formatDifference(x: number): string {
  return `wrong at x = ${x.toFixed(4)}`;
}
