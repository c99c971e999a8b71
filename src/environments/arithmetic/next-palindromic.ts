import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { reverseText } from "../toolkit/text/reverse.ts";

const palindrome = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw fast. */
const MAX_DIGITS = 9_000;

const Parameters = z.object({ digit_num: sizeFrom(1, MAX_DIGITS) });
const Instance = instanceOf(Parameters, {
  N: bigIntegerFrom(1n),
  reference_answer: z.string().max(MAX_DIGITS + 1),
}).check(
  holds(
    "N",
    ({ N, digit_num }) => String(N).length <= digit_num,
    "must have at most digit_num digits",
  ),
  holds(
    "reference_answer",
    ({ N, reference_answer }) => findNext(N) === reference_answer,
    "must be the next palindrome",
  ),
);

export const nextPalindromic = defineEnvironment({
  id: "NextPalindromic",
  title: "Next palindromic number",
  summary: "Find the smallest decimal palindrome strictly greater than a given positive integer.",
  reward: `${palindrome.words}; ${invalidWords("no palindrome or not greater")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ digit_num: 2 }),

  generate({ digit_num }, random) {
    const N = random.bigInteger(1n, 10n ** BigInt(digit_num) - 1n);
    return { digit_num, N, reference_answer: findNext(N) };
  },

  prompt: ({ N }) =>
    `A palindrome is a positive integer whose decimal digits read the same forwards and backwards.

Find the smallest palindrome that is greater than ${N}.

Answer with the palindrome as one integer, like this: n`,

  answer: bigInteger,

  score(answer, { N, reference_answer }) {
    if (answer <= N) return invalid("not greater than N");
    const digits = String(answer);
    if (digits !== reverseText(digits)) return invalid("no palindrome");
    return palindrome.verdict(answer, BigInt(reference_answer));
  },

  solve: ({ N }) => findNext(N),
});

/**
 * The left half, middle included, is mirrored, and raised by 1 where that is not greater than N; all
 * nines are followed by 10…01. O(digits) but for reading and writing them.
 */
function findNext(N: bigint): string {
  const digits = String(N);
  if (/^9+$/.test(digits)) return String(N + 2n);
  const half = digits.slice(0, Math.ceil(digits.length / 2));
  const mirrored = mirror(half, digits.length);
  return mirrored > digits ? mirrored : mirror(String(BigInt(half) + 1n), digits.length);
}

function mirror(half: string, length: number): string {
  return half + reverseText(half.slice(0, Math.floor(length / 2)));
}
