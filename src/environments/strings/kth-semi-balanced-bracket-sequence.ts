import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";

const BRACKETS = "()";
/** Bounds the O(N²) steps with integers of up to N bits. */
const MAX_N = 1_001;

const brackets = matching({ beta: 5, unit: "brackets right" });

const Parameters = z.object({
  N: sizeFrom(3, MAX_N).refine((N) => N % 2 === 1, "must be odd"),
});
const Instance = instanceOf(Parameters, {
  K: bigIntegerFrom(1n),
  reference_answer: textOver(BRACKETS),
}).check(
  holds("K", ({ N, K }) => K <= countCompletions(N, 0, 0), "exceeds the number of such strings"),
  lengths("N", "reference_answer"),
);

export const kthSemiBalancedBracketSequence = defineEnvironment({
  id: "Kth_SemiBalancedBracketSequence",
  title: "K-th semi-balanced brackets",
  summary: "Find the K-th string of N brackets that is balanced but for one bracket too many.",
  reward: `${brackets.words}; ${invalidWords("wrong length or characters")}`,
  version: 2,
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

Answer with the ${N} brackets of that string on one line, without spaces. For two brackets, an answer would look like this: )(`,

  answer: describedAs("a string of brackets", plainText),

  score(answer, { N, reference_answer }) {
    const fault = findCountFault(answer, N, "character") ?? findAlphabetFault(answer, BRACKETS);
    if (fault !== undefined) return invalid(fault);
    return brackets.verdict(countAgreements(answer, reference_answer), N);
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
