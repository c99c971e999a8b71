import { expect } from "vitest";

/** Names of SymPy as JavaScript knows them. */
const PRELUDE = "const { sin, cos, tan, exp, log, sqrt, abs: Abs, E, PI: pi } = Math;";
const STEP = 1e-4;
const NEEDED_POINTS = 50;

type Real = (x: number) => number;

/** The function that a text in SymPy's syntax describes, evaluated by JavaScript. */
function toFunction(text: string): Real {
  // JavaScript has no -x**2: there a sign binds to its base.
  const body = text.replaceAll("-", "-1*");
  return new Function("x", `${PRELUDE} return ${body};`) as Real;
}

/** Expects that one text is the derivative of another, by quotients of differences. */
export function expectDerivative(derivative: string, of: string): void {
  const [f, slope] = [of, derivative].map(toFunction);
  const quotient = (x: number, step: number) => (f(x + step) - f(x - step)) / (2 * step);
  let compared = 0;
  let largestError = 0;
  for (let x = -1.99; x < 2; x += 0.01) {
    const [coarse, fine] = [quotient(x, STEP), quotient(x, STEP / 2)];
    const scale = 1 + Math.abs(fine);
    // Near a pole or a kink, or where rounding is felt, quotients tell nothing.
    if (!(Math.abs(coarse - fine) < 1e-5 * scale)) continue;
    compared++;
    largestError = Math.max(largestError, Math.abs(slope(x) - fine) / scale);
  }
  expect(largestError, `${derivative} of ${of}`).toBeLessThan(1e-3);
  expect(compared, of).toBeGreaterThan(NEEDED_POINTS);
}
