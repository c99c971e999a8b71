import { allowedOperations } from "./allowed-operations.ts";

/**
 * How an expression is to be written, how long it may be beside a reference, and when it is right:
 * the answer form of prompts.
 */
export function describeSyntax(reference: string): string {
  return `Answer with one expression in x, in SymPy's syntax:
- numbers (3, 0.25, 1/3; write them exactly), the variable x, the constants pi and E (Euler's number, a capital E), parentheses;
- + - * / and ** for powers; write every multiplication with *, as in 2*x, never 2x;
- exp, log (the natural logarithm), sqrt, sin, cos, tan, cot, sec, csc, asin, acos, atan, acot, asec, acsc, sinh, cosh, tanh, coth, asinh, acosh, atanh, acoth, Abs, each with its argument in parentheses.
Write the expression alone, without a name or an equals sign before it, for example of the form a*sin(b*x)**2/c with numbers in place of the letters.

It is checked at the x in [-2, 2] at which everything has real values (a fractional power of a negative number has none). Any equivalent form will do that takes at most ${allowedOperations(reference)} operations, where every + - * / ** and every function counts as one. A longer one may not count.`;
}
