import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigMin } from "../toolkit/numbers/division.ts";
import { divisorsOf } from "../toolkit/numbers/factors.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { malformed, malformedWords, partial } from "../toolkit/scoring/verdicts.ts";

const number = minimising({ beta: 2 });

/** Up to it, 2^(K − 1), the answer for a prime K, has at most 20,000 digits, which are read exactly. */
const LARGEST_K = 66_000;
/** An answer is divided by the primes below this one only; a cofactor of two larger ones is given up. */
const TRIAL_LIMIT = 10_000_000;

const Parameters = z.object({ MAX_K: sizeFrom(1, LARGEST_K) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, LARGEST_K),
  reference_answer: bigIntegerFrom(1n),
});

/**
 * K is all that distinguishes problems: there are 5 of them at level 0, 40 at level 3. From level 10 on
 * the answers for prime K have more than a thousand digits. Level 13 is the last: beyond, answers would
 * have tens of thousands, at level 20 1.5 million, however fast they are found.
 */
export const minKDivisorNumber = defineEnvironment({
  id: "MinKDivisorNumber",
  title: "Smallest number with K divisors",
  summary: "Find the smallest positive integer having exactly K positive divisors.",
  reward: `${number.words}, 0 for another number of divisors; ${malformedWords("not positive")}`,
  parameters: Parameters,
  instance: Instance,
  slowVerification: true,
  levels: recurrence({ MAX_K: 5 }, ({ MAX_K }) => ({ MAX_K: 2 * MAX_K })),

  generate({ MAX_K }, random) {
    const K = random.integer(1, MAX_K);
    return { MAX_K, K, reference_answer: findLeast(K) };
  },

  prompt: ({ K }) =>
    `Find the smallest positive integer that has exactly ${K} positive ${K === 1 ? "divisor" : "divisors"}, 1 and itself included.

Answer with the number, written out in decimal digits, as one integer, like this: n`,

  answer: bigInteger,

  score(answer, { K, reference_answer }) {
    if (answer <= 0n) return malformed("not positive");
    // No number below the right one has K divisors: it need not be factored.
    if (answer !== reference_answer && (answer < reference_answer || !hasDivisors(answer, K))) {
      return partial(0, "the number of divisors is another one, or was not found");
    }
    return number.verdict(answer, reference_answer);
  },

  solve: ({ K }) => String(findLeast(K)),
});

/**
 * The least product of powers of 2, 3, 5, … whose exponents, each raised by 1, multiply to K: all
 * factorisations of K into factors that do not rise are compared by their logarithms, and those which
 * are within rounding errors exactly. A few thousand at most.
 */
function findLeast(K: number): bigint {
  const divisors = divisorsOf(K).filter((divisor) => divisor > 1);
  const primes = primesUpTo(100);
  let best = Number.POSITIVE_INFINITY;
  let candidates: number[][] = [];
  const search = (rest: number, factors: readonly number[], logarithm: number): void => {
    if (logarithm > best * (1 + 1e-9)) return;
    if (rest === 1) {
      if (logarithm < best * (1 - 1e-9)) candidates = [];
      best = Math.min(best, logarithm);
      candidates.push([...factors]);
      return;
    }
    const largest = factors[factors.length - 1] ?? rest;
    for (const divisor of divisors) {
      if (divisor > largest || divisor > rest) break;
      if (rest % divisor !== 0) continue;
      const step = (divisor - 1) * Math.log(primes[factors.length]);
      search(rest / divisor, [...factors, divisor], logarithm + step);
    }
  };
  search(K, [], 0);
  const numbers = candidates.map((factors) =>
    factors.reduce(
      (product, factor, index) => product * BigInt(primes[index]) ** BigInt(factor - 1),
      1n,
    ),
  );
  return numbers.reduce((least, value) => bigMin(least, value));
}

let trialPrimes: readonly (readonly [product: bigint, primes: readonly number[]])[] | undefined;

/** The primes to divide by, in groups with their products: a long number is reduced once a group. */
function listTrialPrimes() {
  if (trialPrimes !== undefined) return trialPrimes;
  const primes = primesUpTo(TRIAL_LIMIT);
  const groups: [bigint, number[]][] = [];
  for (let start = 0; start < primes.length; start += 64) {
    const group = primes.slice(start, start + 64);
    groups.push([group.reduce((product, prime) => product * BigInt(prime), 1n), group]);
  }
  trialPrimes = groups;
  return groups;
}

/**
 * Whether a number has exactly K divisors, by trial division with primes below ten million; false
 * where a cofactor is left that may be a product of larger ones.
 */
function hasDivisors(number: bigint, K: number): boolean {
  let rest = number;
  let left = K;
  for (const [product, primes] of listTrialPrimes()) {
    if (rest === 1n) return left === 1;
    const residue = rest > product ? rest % product : rest;
    for (const small of primes) {
      const prime = BigInt(small);
      if (residue % prime !== 0n) continue;
      let exponent = 0;
      for (; rest % prime === 0n; rest /= prime) exponent++;
      if (left % (exponent + 1) !== 0) return false;
      left /= exponent + 1;
    }
  }
  if (rest >= BigInt(TRIAL_LIMIT) ** 2n) return false;
  return rest === 1n ? left === 1 : left === 2;
}
