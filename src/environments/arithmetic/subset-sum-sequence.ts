import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearnessOfCount } from "../toolkit/scoring/nearness.ts";
import { partial } from "../toolkit/scoring/verdicts.ts";

const LARGEST_K = 1_000_000;

const term = nearnessOfCount({ beta: 2, least: 1 });

const Parameters = z.object({
  MAX_N: sizeFrom(1, Number.MAX_SAFE_INTEGER),
  MAX_K: sizeFrom(2, LARGEST_K),
});
const Instance = instanceOf(Parameters, {
  N: integerFrom(1),
  K: integerFrom(2, LARGEST_K),
  reference_answer: bigIntegerFrom(1n),
}).check(
  holds(
    "reference_answer",
    ({ N, K, reference_answer }) => reference_answer === findTerm(N, K),
    "must be the N-th term",
  ),
);

/** For K = 2 the answer is N, since every positive integer is a term: so it is at level 0. */
export const subsetSumSequence = defineEnvironment({
  id: "SubsetSumSequence",
  title: "Sums of distinct powers",
  summary: "Find the N-th smallest positive sum of distinct powers of K.",
  reward: `${term.words}, 0 for no sum of distinct powers`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { n: 3, k: 2 },
    ({ n, k }) => ({ n: 2 * n, k: k + 1 }),
    ({ n, k }) => [{ MAX_N: n, MAX_K: Math.min(n, k) }],
  ),

  generate({ MAX_N, MAX_K }, random) {
    const N = random.integer(1, MAX_N);
    const K = random.integer(2, MAX_K);
    return { MAX_N, MAX_K, N, K, reference_answer: findTerm(N, K) };
  },

  prompt: ({ N, K }) =>
    `Consider all positive integers that are a sum of one or more distinct powers of ${K}, where 1 = ${K}^0 counts as a power, in ascending order: ${firstTerms(K)} and so on.

Which is the ${N}${ordinalEnding(N)} of them, counted from 1?

Answer with it as one integer in decimal, like this: n`,

  answer: bigInteger,

  score(answer, { K, reference_answer }) {
    const verdict = term.verdict(answer, reference_answer);
    // Where an answer is so large that nearness is worth nothing, its digits need not be known.
    if (verdict.reward <= 0 || isSumOfDistinctPowers(answer, BigInt(K))) return verdict;
    return partial(0, `the answer is no sum of distinct powers of ${K}`);
  },

  solve: ({ N, K }) => String(findTermByRank(N, K)),
});

function firstTerms(K: number): string {
  return [1, 2, 3, 4].map((index) => findTerm(index, K)).join(", ");
}

function ordinalEnding(n: number): string {
  if (Math.floor(n / 10) % 10 === 1) return "th";
  return ["th", "st", "nd", "rd"][n % 10] ?? "th";
}

/** The binary digits of N, read in base K: subsets of powers are in the order of their bits. */
function findTerm(N: number, K: number): bigint {
  return [...N.toString(2)].reduce((value, bit) => value * BigInt(K) + BigInt(bit), 0n);
}

function isSumOfDistinctPowers(value: bigint, K: bigint): boolean {
  for (let rest = value; rest > 0n; rest /= K) {
    if (rest % K > 1n) return false;
  }
  return true;
}

/** Of 2^m terms with the same higher powers, half are without K^m; from the highest power down. */
function findTermByRank(N: number, K: number): bigint {
  let power = 1n;
  let below = 1; // terms below the power, 0 counted as one
  for (; below * 2 <= N; below *= 2) power *= BigInt(K);
  let value = 0n;
  for (let rest = N; rest > 0; below /= 2, power /= BigInt(K)) {
    if (rest < below) continue;
    value += power;
    rest -= below;
  }
  return value;
}
