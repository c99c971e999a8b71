import { maximised, minimised, type Verdict } from "./verdicts.ts";

/** A ratio of integers, numerator ≥ 0 and denominator > 0, not necessarily in lowest terms. */
export type Ratio = readonly [numerator: number, denominator: number];

/** Negative, zero or positive as a < b, a = b or a > b; exact, also where products pass 2^53. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = product(a[0], b[1]);
  const right = product(b[0], a[1]);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A maximisation's (value / best)^β for ratios; 1 exactly when they are equal. */
export function maximisedRatio(value: Ratio, best: Ratio, beta: number): Verdict {
  const verdict = maximised(product(value[0], best[1]), product(best[0], value[1]), beta);
  return nameRatios(verdict, value, best);
}

/** A minimisation's (best / value)^β for ratios; 1 exactly when they are equal. */
export function minimisedRatio(value: Ratio, best: Ratio, beta: number): Verdict {
  const verdict = minimised(product(value[0], best[1]), product(best[0], value[1]), beta);
  return nameRatios(verdict, value, best);
}

/** The same verdict with the ratios in its reason, instead of their cross products. */
function nameRatios({ reward, reason }: Verdict, value: Ratio, best: Ratio): Verdict {
  if (reason === undefined) return { reward };
  return { reward, reason: `ratio ${value.join("/")}, best ${best.join("/")}` };
}

/** The exact product: a number where that is safe, else a bigint (the two compare rightly). */
function product(a: number, b: number): number | bigint {
  return Number.isSafeInteger(a * b) ? a * b : BigInt(a) * BigInt(b);
}
