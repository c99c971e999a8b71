import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { dividePolynomials, polynomialWithRoots } from "../toolkit/numbers/polynomials.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegers, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatPolynomial } from "../toolkit/text/polynomials.ts";
import { formatSeries } from "../toolkit/text/series.ts";

/** Far beyond any use; the bound keeps solving, which tries all roots up to ±N, within a second. */
const MAX_N = 300;

const matched = matching({ beta: 5, unit: "roots right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  gold_answer: integers,
  reference_answer: z.string(),
  coefficients: bigIntegers,
}).check(
  lengths("N", "gold_answer"),
  within("gold_answer", ({ N }) => -N, "N"),
  lengths(({ N }) => N + 1, "coefficients"),
  holds(
    "coefficients",
    ({ N, gold_answer, coefficients }) =>
      countAgreements(polynomialWithRoots(gold_answer), coefficients) === N + 1,
    "must be those of the polynomial with the roots gold_answer",
  ),
);

export const polynomialFactorization = defineEnvironment({
  id: "PolynomialFactorization",
  title: "Integer roots of a polynomial",
  summary: "Recover the integer roots of a monic polynomial given in expanded form.",
  reward: `${matched.words}; ${malformedWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const gold_answer = random.integers(N, -N, N);
    return {
      N,
      gold_answer,
      reference_answer: gold_answer.join(" "),
      coefficients: polynomialWithRoots(gold_answer),
    };
  },

  prompt: ({ N, coefficients }) =>
    `A polynomial of degree ${N} in expanded form, where ^ means power:
${formatPolynomial(coefficients)}

It is the product ${formatSeries(N, (index) => `(x - a_${index + 1})`, "*")} with integers ${formatSeries(N, (index) => `a_${index + 1}`)}, of which some may be equal. Find these integers.

Answer with the ${N} integers in any order on one line, separated by spaces, each as often as it occurs in the product, like this: ${placeholders(N)}`,

  answer: integerList,

  score(roots, { N, gold_answer }) {
    const fault = findCountFault(roots, N, "integer");
    if (fault !== undefined) return malformed(fault);
    return matched.verdict(countCommon(roots, gold_answer), N);
  },

  solve: ({ coefficients }) => integerRoots(coefficients).join(" "),
});

/** How many elements two lists have in common, repeated ones as often as in both. */
function countCommon(list: readonly number[], other: readonly number[]): number {
  const unmatched = tally(other);
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
 * roots. A root divides the constant term of what is left, so that it is not
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
  const { quotient, remainder } = dividePolynomials(coefficients, [-root, 1n]);
  return remainder[0] === 0n ? quotient : undefined;
}
