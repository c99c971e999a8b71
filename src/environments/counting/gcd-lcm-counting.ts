import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer as integerForm } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { divisorsOf, factorize } from "../toolkit/numbers/factors.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearnessOfCount } from "../toolkit/scoring/nearness.ts";
import { partial } from "../toolkit/scoring/verdicts.ts";

/** Trial division takes some milliseconds up to here. */
const LARGEST_LCM = 10 ** 12;
/** How often there is no pair at all. */
const ZERO_PROBABILITY = 0.01;

const count = nearnessOfCount({ beta: 10, least: 0 });

const Parameters = z.object({ MAX_LCM: sizeFrom(3, LARGEST_LCM) });
const Instance = instanceOf(Parameters, {
  LCM: integerFrom(1, LARGEST_LCM),
  GCD: integerFrom(1, LARGEST_LCM),
  reference_answer: integerFrom(0),
});

/**
 * The quotient of the two is 1 or a prime power in most problems: the answer is 2 in half of them
 * (40 % at level 20), 1 in 40 % at level 0.
 */
export const gcdLcmCounting = defineEnvironment({
  id: "GcdLcmCounting",
  title: "Pairs with given gcd and lcm",
  summary: "Count ordered pairs (P, Q) of positive integers having a given gcd and a given lcm.",
  reward: `${count.words}; no power of two 0`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_LCM: 10 }, ({ MAX_LCM }) => ({ MAX_LCM: Math.floor(1.5 * MAX_LCM) })),

  generate({ MAX_LCM }, random) {
    const [LCM, GCD] = random.chance(ZERO_PROBABILITY)
      ? drawUndivided(MAX_LCM, random)
      : drawDivided(MAX_LCM, random);
    return { MAX_LCM, LCM, GCD, reference_answer: countPairs(GCD, LCM) };
  },

  prompt: ({ GCD, LCM }) =>
    `How many ordered pairs (P, Q) of positive integers have the greatest common divisor ${GCD} and the least common multiple ${LCM}?

Answer with the number of pairs as one integer, like this: n`,

  answer: integerForm,

  score(pairs, { reference_answer }) {
    if (pairs > 0 && !isPowerOfTwo(pairs)) {
      return partial(0, `${pairs} cannot be the number of pairs`);
    }
    return count.verdict(pairs, reference_answer);
  },

  solve: ({ GCD, LCM }) => String(countByDivisors(GCD, LCM)),
});

function drawDivided(maximum: number, random: Random): [LCM: number, GCD: number] {
  const LCM = random.integer(1, maximum);
  return [LCM, random.choice(divisorsOf(LCM))];
}

function drawUndivided(maximum: number, random: Random): [LCM: number, GCD: number] {
  return redrawUntil(() => {
    const LCM = random.integer(1, maximum);
    const GCD = random.integer(1, LCM);
    return LCM % GCD === 0 ? undefined : [LCM, GCD];
  });
}

/** Exact for integers beyond 2^53, too: log2 of a double that is a power of two is exact. */
function isPowerOfTwo(value: number): boolean {
  return 2 ** Math.round(Math.log2(value)) === value;
}

/**
 * P / GCD and Q / GCD are coprime with the product LCM / GCD: each of its distinct primes goes wholly
 * to the one or the other. O(√LCM).
 */
function countPairs(GCD: number, LCM: number): number {
  return LCM % GCD === 0 ? 2 ** factorize(LCM / GCD).length : 0;
}

/** The divisors of LCM / GCD that are coprime to their cofactors. */
function countByDivisors(GCD: number, LCM: number): number {
  if (LCM % GCD !== 0) return 0;
  const quotient = LCM / GCD;
  return divisorsOf(quotient).filter((divisor) => gcd(divisor, quotient / divisor) === 1).length;
}
