import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";

const factor = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within milliseconds. */
const LARGEST_A = 100_000;

const Parameters = z.object({ MAX_A: sizeFrom(2, LARGEST_A) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(1, LARGEST_A),
  reference_answer: bigIntegerFrom(1n),
}).check(
  holds(
    "reference_answer",
    ({ A, reference_answer }) => reference_answer === findFactorByBreadth(A),
    "must be the smallest factor",
  ),
);

/** There are few problems: nine at level 0, 102 at level 20. */
export const smallestBinaryMultiple = defineEnvironment({
  id: "SmallestBinaryMultiple",
  title: "Smallest multiple of zeros and ones",
  summary: "Find the least B > 0 for which A·B is written with the decimal digits 0 and 1 only.",
  reward: `${factor.words}; ${invalidWords("another digit")}, ${malformedWords("not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_A: 10 }),

  generate({ MAX_A }, random) {
    const A = random.integer(2, MAX_A);
    return { MAX_A, A, reference_answer: findFactorByBreadth(A) };
  },

  prompt: ({ A }) =>
    `Find the smallest positive integer B for which the product ${A} · B, written in decimal, has no other digits than 0 and 1.

Answer with B, not the product, as one integer, like this: B`,

  answer: bigInteger,

  score(B, { A, reference_answer }) {
    if (B <= 0n) return malformed(`${formatFigure(B)} is not positive`);
    const digit = String(BigInt(A) * B).match(/[2-9]/);
    if (digit !== null) return invalid(`the product has a digit ${digit[0]}`);
    return factor.verdict(B, reference_answer);
  },

  solve: ({ A }) => String(findFactorByDigits(A)),
});

/**
 * Breadth-first search over the remainders of numbers of digits 0 and 1, the highest digit first and
 * smaller numbers before larger ones: the first that is reached is the least. O(A).
 */
function findFactorByBreadth(A: number): bigint {
  const origin = new Int32Array(A).fill(-1);
  const digit = new Uint8Array(A);
  const start = 1 % A;
  digit[start] = 1;
  origin[start] = start;
  const queue = [start];
  for (const rest of queue) {
    if (origin[0] !== -1) break;
    for (const appended of [0, 1]) {
      const next = (10 * rest + appended) % A;
      if (origin[next] !== -1) continue;
      origin[next] = rest;
      digit[next] = appended;
      queue.push(next);
    }
  }
  const digits: number[] = [];
  let rest = 0;
  for (; origin[rest] !== rest; rest = origin[rest]) digits.push(digit[rest]);
  digits.push(digit[rest]);
  return BigInt(digits.reverse().join("")) / BigInt(A);
}

/**
 * The least number of digits 0 and 1 of each remainder, with one digit more each time: 10^k alone or
 * added to a shorter number. O(A) a digit.
 */
function findFactorByDigits(A: number): bigint {
  const least = new Map([[0, 0n]]);
  for (let unit = 1n; ; unit *= 10n) {
    const unitRest = Number(unit % BigInt(A));
    let multiple: bigint | undefined;
    for (const [rest, number] of [...least]) {
      const next = (rest + unitRest) % A;
      if (next === 0 && (multiple === undefined || number + unit < multiple)) {
        multiple = number + unit;
      }
      const known = least.get(next);
      if (known === undefined || (known >= unit && number + unit < known)) {
        least.set(next, number + unit);
      }
    }
    if (multiple !== undefined) return multiple / BigInt(A);
  }
}
