import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigIntegers, integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";

const BETA = 5;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  gold_answer: integers,
  reference_answer: z.string(),
  coefficients: bigIntegers,
});

export const polynomialFactorization = defineEnvironment({
  id: "PolynomialFactorization",
  title: "Integer roots of a polynomial",
  summary: "Recover the integer roots of a monic polynomial given in expanded form.",
  reward: "(matched/all)^5; wrong length −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: N + 1 })),

  generate({ N }, random) {
    const gold_answer = random.integers(N, -N, N);
    return {
      N,
      gold_answer,
      reference_answer: gold_answer.join(" "),
      coefficients: expand(gold_answer),
    };
  },

  prompt: ({ N, coefficients }) =>
    `A polynomial of degree ${N} in expanded form, where ^ means power:
${formatPolynomial(coefficients)}

It is the product (x - a_1)*(x - a_2)*…*(x - a_${N}) with integers a_1, …, a_${N}, of which some may be equal. Find these integers.

Answer with the ${N} integers in any order on one line, separated by spaces, each as often as it occurs, like this: a_1 a_2 …`,

  answer: integerList,

  score(roots, { N, gold_answer }) {
    if (roots.length !== N) return malformed(`${roots.length} integers instead of ${N}`);
    return fraction(countCommon(roots, gold_answer), N, BETA, "roots right");
  },

  solve: ({ coefficients }) => integerRoots(coefficients).join(" "),
});

/** The coefficients of Π (x − root), in ascending order. O(N²). */
function expand(roots: readonly number[]): bigint[] {
  let coefficients = [1n];
  for (const root of roots) {
    const shifted = [0n, ...coefficients];
    coefficients = shifted.map(
      (coefficient, power) => coefficient - BigInt(root) * (coefficients[power] ?? 0n),
    );
  }
  return coefficients;
}

/** How many elements two lists have in common, repeated ones as often as in both. */
function countCommon(list: readonly number[], other: readonly number[]): number {
  const unmatched = new Map<number, number>();
  for (const element of other) unmatched.set(element, (unmatched.get(element) ?? 0) + 1);
  let common = 0;
  for (const element of list) {
    const left = unmatched.get(element) ?? 0;
    if (left === 0) continue;
    unmatched.set(element, left - 1);
    common++;
  }
  return common;
}

/**
 * The integer roots with their multiplicities: 0, ±1, ±2, … are divided out as often as they are
 * roots, by Horner's scheme. A root divides the constant term of what is left, so that it is not
 * beyond it. O(N) for each division, of which there are at most N and two for each integer tried.
 */
function integerRoots(coefficients: readonly bigint[]): bigint[] {
  const roots: bigint[] = [];
  let rest = coefficients;
  for (let size = 0n; rest.length > 1; size++) {
    if (size > 0n && size > (rest[0] < 0n ? -rest[0] : rest[0])) break;
    for (const root of size === 0n ? [0n] : [size, -size]) {
      for (let quotient = divideOut(rest, root); quotient; quotient = divideOut(rest, root)) {
        roots.push(root);
        rest = quotient;
      }
    }
  }
  return roots;
}

/** The polynomial divided by (x − root); undefined if there is a remainder. */
function divideOut(coefficients: readonly bigint[], root: bigint): bigint[] | undefined {
  if (coefficients.length === 1) return undefined;
  const quotient: bigint[] = [];
  let carried = 0n;
  for (let power = coefficients.length - 1; power >= 0; power--) {
    carried = carried * root + coefficients[power];
    if (power > 0) quotient[power - 1] = carried;
  }
  return carried === 0n ? quotient : undefined;
}
