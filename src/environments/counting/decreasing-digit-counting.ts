import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { binomial } from "../toolkit/numbers/binomials.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/**
 * Gold has about 2^K binary digits, and so do the products that it takes: 39,000 decimal digits here,
 * 1.3 million at K = 22 (level 20). No method avoids that, since the answer itself is so long.
 */
const LARGEST_K = 17;
const LARGEST_W = LARGEST_K * 2 ** LARGEST_K;

const Parameters = z.object({ MAX_K: sizeFrom(2, LARGEST_K), MAX_W: sizeFrom(1, LARGEST_W) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(2, LARGEST_K),
  W: integerFrom(1, LARGEST_W),
  reference_answer: bigIntegerFrom(0n),
});

interface Bounds {
  K: number;
  W: number;
}

/**
 * Gold grows with the level (the specification wants it so), to 1,200 digits at level 10 and
 * 39,000 at level 15, the last: beyond level 10 many answers are too long to write. At level 0
 * there are six problems, four of them with the answer 4.
 */
export const decreasingDigitCounting = defineEnvironment({
  id: "DecreasingDigitCounting",
  title: "Numbers with rising digits",
  summary:
    "Count numbers of at least two strictly increasing base-2^K digits whose binary length is at most W.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { MAX_K: 2 },
    ({ MAX_K }) => ({ MAX_K: MAX_K + 1 }),
    ({ MAX_K }) => [{ MAX_K, MAX_W: MAX_K * 2 ** MAX_K }],
  ),

  generate({ MAX_K, MAX_W }, random) {
    const K = random.integer(2, MAX_K);
    const top = Math.min(MAX_W, K * 2 ** K);
    const W = K + 1 <= top ? random.integer(K + 1, top) : MAX_W;
    return { MAX_K, MAX_W, K, W, reference_answer: countNumbers({ K, W }) };
  },

  prompt: ({ K, W }) =>
    `Count the positive integers R that satisfy all of these conditions:
- Written in base 2^${K} = ${2 ** K} without leading zeros, R has at least two digits.
- Read from left to right, from the most significant one on, each of these digits is strictly less than the next one.
- Written in binary without leading zeros, R has at most ${W} digits.

Answer with the exact number of such integers as one integer in decimal digits, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countNumbers),
});

/**
 * A number with t digits is a choice of t of the B = 2^K − 1 digits that are not 0. With m = ⌈W/K⌉
 * digits, the leading one has only r = W mod K bits: all choices without those whose least digit is
 * 2^r or more. O(2^K) bits by binary splitting.
 */
function countNumbers({ K, W }: Bounds): bigint {
  const B = 2 ** K - 1;
  const [m, r] = [Math.ceil(W / K), W % K];
  if (m < 2) return 0n;
  const all = sumOfBinomials(B, Math.min(m, B)) - 1n - BigInt(B);
  const tooLong = r === 0 || m > B ? 0n : binomial(B - 2 ** r + 1, m);
  return all - tooLong;
}

/** C(n, 0) + … + C(n, m), from the shorter end of the row. */
function sumOfBinomials(n: number, m: number): bigint {
  if (2 * m > n) return 2n ** BigInt(n) - (m === n ? 0n : sumFromFirst(n, n - m - 1));
  return sumFromFirst(n, m);
}

/** 1 + Σ over t = 1..m of the products of the ratios (n − j + 1)/j for j = 1..t. */
function sumFromFirst(n: number, m: number): bigint {
  if (m === 0) return 1n;
  const { sums, denominators } = split(n, 1, m);
  return 1n + sums / denominators;
}

interface Part {
  readonly numerators: bigint;
  readonly denominators: bigint;
  /** The sum over the part's terms, times its denominators. */
  readonly sums: bigint;
}

/** Binary splitting: two halves' products and sums, joined by large products of equal length. */
function split(n: number, first: number, last: number): Part {
  if (first === last) {
    const numerator = BigInt(n - first + 1);
    return { numerators: numerator, denominators: BigInt(first), sums: numerator };
  }
  const middle = Math.floor((first + last) / 2);
  const left = split(n, first, middle);
  const right = split(n, middle + 1, last);
  return {
    numerators: left.numerators * right.numerators,
    denominators: left.denominators * right.denominators,
    sums: left.sums * right.denominators + left.numerators * right.sums,
  };
}
