import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import { factorize } from "../toolkit/numbers/factors.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const indices = matching({ beta: 5, unit: "indices right" });

/** Elements are at most this multiple of N. */
const VALUE_MULTIPLE = 4;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 1_000;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  gold_answer: integersFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("N", "A", "gold_answer"),
  within("A", 1, ({ N }) => VALUE_MULTIPLE * N),
  within("gold_answer", 0, ({ N }) => N - 1),
  distinct("A"),
);

/**
 * At level 0 the answer is 1 0 0 in a third of the problems, since the smallest index decides among
 * equals.
 */
export const odlDistance = defineEnvironment({
  id: "ODLDistance",
  title: "Nearest by prime steps",
  summary:
    "For each array element find the other element reachable with the fewest prime multiplications and divisions.",
  reward: `${indices.words}; ${invalidWords("wrong length, no index or the own one")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const A = random.distinctIntegers(N, 1, VALUE_MULTIPLE * N);
    const gold_answer = findNearest(A, stepsByGcd(A));
    return { N, A, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, A }) =>
    `Here are ${N} different positive integers:
${formatIndexed("A", A)}

A step multiplies an integer by a prime number, or divides it by a prime number that divides it. The distance of two integers is the least number of steps from one to the other.

For each index i from 0 to ${N - 1}, find the index j ≠ i for which the distance of A[i] and A[j] is smallest; where there are several, the smallest such j.

Answer with the ${N} indices j, those for i = 0, 1, … in this order, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(answer, { N, gold_answer }) {
    const fault = findCountFault(answer, N, "index", "indices") ?? findRangeFault(answer, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const own = answer.findIndex((j, i) => j === i);
    if (own !== -1) return invalid(`${own} is given for itself`);
    return indices.verdict(countAgreements(answer, gold_answer), N);
  },

  solve: ({ A }) => findNearest(A, stepsByExponents(A)).join(" "),
});

type Steps = (i: number, j: number) => number;

/** For each element the first of the nearest others. O(N²) distances. */
function findNearest(A: readonly number[], steps: Steps): number[] {
  return A.map((_, i) => {
    let nearest = i === 0 ? 1 : 0;
    for (let j = nearest + 1; j < A.length; j++) {
      if (j !== i && steps(i, j) < steps(i, nearest)) nearest = j;
    }
    return nearest;
  });
}

/** Down to the greatest common divisor and up again: Ω(a) + Ω(b) − 2Ω(gcd), Ω with multiplicity. */
function stepsByGcd(A: readonly number[]): Steps {
  const counts = A.map(countPrimes);
  return (i, j) => counts[i] + counts[j] - 2 * countPrimes(gcd(A[i], A[j]));
}

function countPrimes(n: number): number {
  return factorize(n).reduce((count, [, exponent]) => count + exponent, 0);
}

/** Prime by prime, the difference of the exponents. */
function stepsByExponents(A: readonly number[]): Steps {
  const exponents = A.map((value) => new Map(factorize(value)));
  return (i, j) => {
    const primes = new Set([...exponents[i].keys(), ...exponents[j].keys()]);
    const of = (index: number, prime: number) => exponents[index].get(prime) ?? 0;
    return [...primes].reduce((sum, prime) => sum + Math.abs(of(i, prime) - of(j, prime)), 0);
  };
}
