import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigExtendedGcd } from "../toolkit/numbers/extended-gcd.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const sum = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 100;
/** Candidates for an element, of which the first with the most common factors is taken. */
const MAX_CANDIDATES = 1024;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N), MAX_A: sizeFrom(2, 2 ** 52) });
const Instance = instanceOf(Parameters, {
  A: integers,
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  holds("A", ({ A }) => !A.includes(0), "must not hold 0"),
  holds(
    "gold_answer",
    ({ A, gold_answer }) => A.reduce(gcd) === gold_answer,
    "must be the gcd of A",
  ),
);

export const bezoutIdentity = defineEnvironment({
  id: "BezoutIdentity",
  title: "Smallest positive combination",
  summary:
    "Find integer coefficients making the weighted sum of given integers positive and as small as possible.",
  reward: `${sum.words}; ${invalidWords("wrong length or a sum that is not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 2, MAX_A: 32 }, ({ N, MAX_A }) => ({ N: N + 1, MAX_A: 2 * MAX_A })),

  generate({ N, MAX_A }, random) {
    const A: number[] = [];
    while (A.length < N) A.push(drawRelated(A, MAX_A, random));
    for (const index of A.keys()) if (random.chance(1 / 2)) A[index] = -A[index];
    random.shuffle(A);
    const reference_answer = findCoefficients(A).join(" ");
    return { N, MAX_A, A, gold_answer: A.reduce(gcd), reference_answer };
  },

  prompt: ({ N, A }) =>
    `Here are ${formatCount(N, "integer")}:
${formatIndexed("A", A, 1)}

Choose an integer X[i], positive, negative or 0, for each of them, so that the sum S = ${A.map((_, index) => `A[${index + 1}]·X[${index + 1}]`).join(" + ")} is positive and as small as possible.

Answer with the ${formatCount(N, "coefficient")} in the order of the integers, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: bigIntegerList,

  score(X, { N, A, gold_answer }) {
    const fault = findCountFault(X, N, "coefficient");
    if (fault !== undefined) return invalid(fault);
    const S = A.reduce((total, value, index) => total + BigInt(value) * X[index], 0n);
    return S <= 0n ? invalid("the sum is not positive") : sum.verdict(S, BigInt(gold_answer));
  },

  solve: ({ A }) => findCoefficients(A).join(" "),
});

/** The first candidate that has a common factor with the most of the others, or with all. */
function drawRelated(others: readonly number[], largest: number, random: Random): number {
  let related = 0;
  let most = -1;
  for (let candidate = 0; candidate < MAX_CANDIDATES && most < others.length; candidate++) {
    const value = random.integer(2, largest);
    const count = countRelated(value, others, most);
    if (count > most) [related, most] = [value, count];
  }
  return related;
}

/** With how many of the others a value has a common factor; 0 where these are not more than `least`. */
function countRelated(value: number, others: readonly number[], least: number): number {
  let count = 0;
  for (const [index, other] of others.entries()) {
    if (count + others.length - index <= least) return 0;
    if (gcd(value, other) > 1) count++;
  }
  return count;
}

/** Coefficients whose sum is the gcd: extended Euclid, one integer after the other. */
function findCoefficients(A: readonly number[]): bigint[] {
  let reached = BigInt(A[0]);
  let coefficients = [1n];
  for (const value of A.slice(1)) {
    const [common, x, y] = bigExtendedGcd(reached, BigInt(value));
    reached = common;
    coefficients = [...coefficients.map((coefficient) => coefficient * x), y];
  }
  return reached < 0n ? coefficients.map((coefficient) => -coefficient) : coefficients;
}
