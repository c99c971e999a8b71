import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { bigLcm } from "../toolkit/numbers/gcd.ts";
import { bigPowerModulo } from "../toolkit/numbers/modular.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { malformed, malformedWords, partial } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const period = minimising({ beta: 1 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const MAX_DIGITS = 500;

const Parameters = z.object({ digit_num: sizeFrom(1, MAX_DIGITS) });
const Instance = instanceOf(Parameters, {
  N: bigIntegerFrom(1n),
  K: sizeFrom(1, MAX_DIGITS),
  reference_answer: bigIntegerFrom(1n),
}).check(
  holds(
    "N",
    ({ N, digit_num }) => N < 10n ** BigInt(digit_num),
    "must have at most digit_num digits",
  ),
  holds("K", ({ K, digit_num }) => K <= digit_num, "must be at most digit_num"),
  holds(
    "reference_answer",
    ({ N, K, reference_answer }) => reference_answer === findPeriod(N, K),
    "must be the least period",
  ),
);

/** At level 0 the period is 4 in a third of the problems: K is 1 in half of them, and one digit has the period 1, 2 or 4. */
export const powerCycle = defineEnvironment({
  id: "PowerCycle",
  title: "Cycle of last digits",
  summary: "Find the least period of the last K decimal digits of the positive powers of N.",
  reward: `${period.words}, 0 for no period; ${malformedWords("not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ digit_num: 2 }),

  generate({ digit_num }, random) {
    return redrawUntil(() => {
      const N = random.bigInteger(1n, 10n ** BigInt(digit_num) - 1n);
      const K = random.integer(1, digit_num);
      const reference_answer = findPeriod(N, K);
      return reference_answer === undefined ? undefined : { digit_num, N, K, reference_answer };
    });
  },

  prompt: ({ N, K }) =>
    `Consider the last ${nameDigits(K, "decimal digit")} of each of the powers N^1, N^2, N^3, … of N = ${N}; a power with fewer digits is padded with zeros on the left.

Find the least integer L ≥ 1 for which N^(a+L) and N^a have the same last ${nameDigits(K, "digit")} for every a ≥ 1. Such an L exists here.

Answer with L as one integer, like this: L`,

  answer: bigInteger,

  score(L, { reference_answer }) {
    if (L <= 0n) return malformed(`${formatFigure(L)} is not positive`);
    if (L % reference_answer !== 0n) return partial(0, `${formatFigure(L)} is no period`);
    return period.verdict(L, reference_answer);
  },

  solve: ({ N, K }) => String(bigLcm(orderModuloTwos(N, K), orderModuloFives(N, K))),
});

function nameDigits(K: number, noun: string): string {
  return K === 1 ? noun : formatCount(K, noun);
}

/**
 * The least L with N^(1+L) ≡ N modulo 10^K, digit by digit: the period of one digit more is a
 * multiple of up to ten of the one before. O(K) multiplications modulo 10^K.
 * @returns undefined if there is none
 */
function findPeriod(N: bigint, K: number): bigint | undefined {
  const modulus = 10n ** BigInt(K);
  let length = 1n;
  let power = N % modulus; // N^length
  let ending = 1n;
  for (let digits = 1; digits <= K; digits++) {
    ending *= 10n;
    let factor = 0n;
    let next = 1n;
    do {
      if (factor === 10n) return undefined;
      factor++;
      next = (next * power) % modulus;
    } while ((N * next - N) % ending !== 0n);
    length *= factor;
    power = next;
  }
  return length;
}

/**
 * The order of N modulo 2^K, 1 where 2^K divides N: 2^(K − v) for N ≡ 1 modulo 4, where 2^v divides
 * N − 1, and twice that of N² for N ≡ 3 (lifting the exponent).
 */
function orderModuloTwos(N: bigint, K: number): bigint {
  const modulus = 2n ** BigInt(K);
  if (N % 2n === 0n || N % modulus === 1n) return 1n;
  if (N % 4n === 1n) return 2n ** BigInt(K - exponentOf(2n, N - 1n, K));
  return 2n ** BigInt(1 + K - exponentOf(2n, N * N - 1n, K));
}

/** The order of N modulo 5^K, 1 where 5^K divides N: d · 5^(K − v) for its order d modulo 5. */
function orderModuloFives(N: bigint, K: number): bigint {
  if (N % 5n === 0n) return 1n;
  let order = 1n;
  while (bigPowerModulo(N, order, 5n) !== 1n) order++;
  return order * 5n ** BigInt(K - exponentOf(5n, N ** order - 1n, K));
}

/** How often a prime divides n, up to `limit`. */
function exponentOf(prime: bigint, n: bigint, limit: number): number {
  let exponent = 0;
  for (let rest = n; exponent < limit && rest % prime === 0n; rest /= prime) exponent++;
  return exponent;
}
