import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findIntervalFault } from "../toolkit/faults/ranges.ts";
import { recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

/** Up to it, the digit sums of all numbers up to 10 · MOD add up to less than 2^53. */
const LARGEST_MOD = 10 ** 13;
/** R is at most this multiple of MOD. */
const RANGE_MULTIPLE = 10;

const Parameters = z.object({ MAX_MOD: sizeFrom(1, LARGEST_MOD) });
const Instance = instanceOf(Parameters, { MOD: integerFrom(1, LARGEST_MOD) });

export const constructHackInterval = defineEnvironment({
  id: "ConstructHackInterval",
  title: "Interval with divisible digit sum",
  summary:
    "Give an interval [L, R], R ≤ 10·MOD, whose total of decimal digit sums is a multiple of MOD.",
  reward: `${EXACT_WORDS}; ${invalidWords("no interval within the bounds")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_MOD: 10 }, ({ MAX_MOD }) => ({ MAX_MOD: 2 * MAX_MOD })),

  generate: ({ MAX_MOD }, random) => ({ MAX_MOD, MOD: random.integer(1, MAX_MOD) }),

  prompt: ({ MOD }) =>
    `Let f(x) be the sum of the decimal digits of x; for example, f(123) = 1 + 2 + 3 = 6.

Find integers L and R with 1 ≤ L ≤ R ≤ ${RANGE_MULTIPLE * MOD} for which f(L) + f(L + 1) + … + f(R) is divisible by ${MOD}.

Answer with the two integers on one line, separated by a space, like this: L R`,

  answer: integerTuple(2),

  score([L, R], { MOD }) {
    const fault = findIntervalFault([L, R], 1, RANGE_MULTIPLE * MOD);
    if (fault !== undefined) return invalid(fault);
    const left = (sumOfDigits(R) - sumOfDigits(L - 1)) % MOD;
    return exact(left === 0, `the sum leaves remainder ${left}`);
  },

  /**
   * Moved by one, a window of 10^k numbers that begins below 9 · 10^k gains one: it loses f(a) and
   * gains f(a + 10^k) = f(a) + 1. So one of the first MOD windows has a sum divisible by MOD.
   */
  solve({ MOD }) {
    let width = 1;
    while (9 * width < MOD) width *= 10;
    const start = MOD - (sumOfDigits(width - 1) % MOD);
    return `${start} ${start + width - 1}`;
  },
});

/** The digit sums of 0..n, added up: place by place, how often each digit stands there. O(digits). */
function sumOfDigits(n: number): number {
  let total = 0;
  for (let unit = 1; unit <= n; unit *= 10) {
    const digit = Math.floor(n / unit) % 10;
    total += Math.floor(n / (10 * unit)) * 45 * unit;
    total += ((digit * (digit - 1)) / 2) * unit + digit * ((n % unit) + 1);
  }
  return total;
}
