import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const BETA = 5;

const Parameters = z.object({
  N: z
    .int()
    .min(3)
    .refine((N) => N % 2 === 1, "N must be odd"),
});
const Instance = Parameters.extend({ K: bigInteger, reference_answer: z.string() });

export const kthSemiBalancedBracketSequence = defineEnvironment({
  id: "Kth_SemiBalancedBracketSequence",
  title: "K-th semi-balanced brackets",
  summary: "Find the K-th string of N brackets that is balanced but for one bracket too many.",
  reward: "(matched/all)^5; wrong length or characters −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: N + 2 })),

  generate({ N }, random) {
    const K = random.bigInteger(1n, countCompletions(N, 0, 0));
    return { N, K, reference_answer: findSequence(N, K) };
  },

  prompt: ({ N, K }) =>
    `A string of brackets is balanced if it has as many ( as ) and, read from left to right, never more ) than (. A string of brackets is semi-balanced if deleting exactly one bracket, suitably chosen, leaves a balanced string.

All semi-balanced strings of ${N} brackets are sorted in lexicographic order, where ( comes before ). Which string has number ${K} in this order, counting from 1?

Answer with the ${N} brackets of that string on one line, without spaces.`,

  answer: describedAs("a string of brackets", plainText),

  score(answer, { N, reference_answer }) {
    if (answer.length !== N) {
      return invalid(`${formatCount(answer.length, "character")} instead of ${N}`);
    }
    const fault = findAlphabetFault(answer, "()");
    if (fault !== undefined) return invalid(fault);
    const matched = countAgreements([...answer], [...reference_answer]);
    return fraction(matched, N, BETA, "brackets right");
  },

  solve: ({ N, K }) => findSequence(N, K),
});

/** The semi-balanced string of the given number, bracket by bracket, with O(N²) small steps. */
function findSequence(N: number, number: bigint): string {
  let sequence = "";
  let [height, lowest] = [0, 0];
  let rest = number;
  for (let remaining = N - 1; remaining >= 0; remaining--) {
    const withOpening = countCompletions(remaining, height + 1, lowest);
    if (rest <= withOpening) {
      sequence += "(";
      height++;
    } else {
      rest -= withOpening;
      sequence += ")";
      height--;
      lowest = Math.min(lowest, height);
    }
  }
  return sequence;
}

/**
 * How many ways `remaining` brackets complete a string that stands at `height` (opening brackets
 * minus closing ones) and went down to `lowest`. Semi-balanced are exactly the strings that never
 * go below 0 and end at 1 (one opening bracket too many: a closing one more, and they end at 0) and
 * those that never go below −1 and end at −1 (one closing bracket too many).
 */
function countCompletions(remaining: number, height: number, lowest: number): bigint {
  const openingTooMany = lowest >= 0 ? countDescents(remaining + 1, height) : 0n;
  const closingTooMany = lowest >= -1 ? countDescents(remaining, height + 1) : 0n;
  return openingTooMany + closingTooMany;
}

/** The ballot number: walks of ±1 steps from `height` to 0 that never go below 0. */
function countDescents(steps: number, height: number): bigint {
  if (height < 0 || height > steps || (steps - height) % 2 !== 0) return 0n;
  const rises = (steps - height) / 2;
  let walks = 1n; // C(steps + 1, rises)
  for (let k = 1; k <= rises; k++) walks = (walks * BigInt(steps + 2 - k)) / BigInt(k);
  return (walks * BigInt(height + 1)) / BigInt(steps + 1);
}
