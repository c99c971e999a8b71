import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { totient } from "../toolkit/numbers/factors.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST_DELTA = 5_000;

const Parameters = z.object({ MAX_DELTA: sizeFrom(1, LARGEST_DELTA) });
const Instance = instanceOf(Parameters, {
  L: integerFrom(1, LARGEST_DELTA ** 2),
  R: integerFrom(1, LARGEST_DELTA ** 2 + LARGEST_DELTA),
  reference_answer: integerFrom(0),
}).check(
  holds("R", ({ L, R }) => L <= R, "must be at least L"),
  holds("R", ({ L, R }) => R - L <= LARGEST_DELTA, `must exceed L by at most ${LARGEST_DELTA}`),
);

interface Interval {
  L: number;
  R: number;
}

export const sumPhiInterval = defineEnvironment({
  id: "SumPHIInterval",
  title: "Non-coprime counts over an interval",
  summary: "Sum over an interval the count of integers up to x that share a factor with x.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_DELTA: 5 }),

  generate({ MAX_DELTA }, random) {
    const L = random.integer(1, MAX_DELTA ** 2);
    const R = L + random.integer(1, MAX_DELTA);
    return { MAX_DELTA, L, R, reference_answer: sumBySieve({ L, R }) };
  },

  prompt: ({ L, R }) =>
    `For a positive integer x, let F(x) be the number of integers y with 1 ≤ y ≤ x and gcd(x, y) > 1, that is, those that have a common divisor greater than 1 with x.

What is the sum of F(x) over all integers x from ${L} to ${R}, both included?

Answer with the sum as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, sumOneByOne),
});

/**
 * F(x) = x − φ(x), with the totients of the interval from a sieve by the primes up to √R; what is
 * left of an x after them is 1 or a prime. O(√R + (R − L) log log R).
 */
function sumBySieve({ L, R }: Interval): number {
  const rest = Array.from({ length: R - L + 1 }, (_, offset) => L + offset);
  const totients = [...rest];
  for (const prime of primesUpTo(Math.floor(Math.sqrt(R)))) {
    for (let offset = (prime - (L % prime)) % prime; offset < rest.length; offset += prime) {
      while (rest[offset] % prime === 0) rest[offset] /= prime;
      totients[offset] -= totients[offset] / prime;
    }
  }
  return sum(
    rest.map((prime, offset) => {
      const missing = prime === 1 ? 0 : totients[offset] / prime;
      return L + offset - (totients[offset] - missing);
    }),
  );
}

/** Each integer is factorized. O((R − L) · √R). */
function sumOneByOne({ L, R }: Interval): number {
  let total = 0;
  for (let x = L; x <= R; x++) total += x - totient(x);
  return total;
}
