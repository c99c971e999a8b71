import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { recurrence } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const BETA = 10;

const Parameters = z.object({ N: z.int().min(4) });
const Instance = Parameters.extend({ S: z.string(), reference_answer: z.string() });

export const minimalCyclicShift = defineEnvironment({
  id: "MinimalCyclicShift",
  title: "Least rotation of a binary string",
  summary: "Output the lexicographically smallest cyclic shift of a binary string.",
  reward: "(matched/all)^10; wrong length or characters −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4 }, ({ N }) => ({ N: N + 1 })),

  generate({ N }, random) {
    const S = biasedText(N, ["1", "0"], random.unit(), random);
    return { N, S, reference_answer: leastRotation(S) };
  },

  prompt: ({ N, S }) =>
    `Here is a string of ${N} characters, each 0 or 1:
${S}

A cyclic shift of a string is made by moving some of its first characters, in their order, to its end; the string itself counts as one, too. Find the lexicographically smallest cyclic shift of the string, that is, the one that is the smallest binary number.

Answer with that cyclic shift: ${N} characters, each 0 or 1, without separators. For a string of three characters, an answer would look like this: 001`,

  answer: describedAs("a line of characters 0 and 1", plainText),

  score(shift, { N, reference_answer }) {
    if (shift.length !== N) {
      return malformed(`${formatCount(shift.length, "character")} instead of ${N}`);
    }
    const fault = findAlphabetFault(shift, "01");
    if (fault !== undefined) return malformed(fault);
    const matched = countAgreements([...shift], [...reference_answer]);
    return fraction(matched, N, BETA, "characters right");
  },

  solve: ({ N, S }) =>
    Array.from({ length: N }, (_, start) => S.slice(start) + S.slice(0, start)).sort()[0],
});

/**
 * The lexicographically smallest rotation: two candidate starts are compared, and the worse one
 * skips all starts within the part that was equal. O(N).
 */
function leastRotation(text: string): string {
  const N = text.length;
  let [start, rival, equal] = [0, 1, 0];
  while (rival < N && equal < N) {
    const [ours, theirs] = [text[(start + equal) % N], text[(rival + equal) % N]];
    if (ours === theirs) {
      equal++;
      continue;
    }
    if (ours < theirs) rival += equal + 1;
    else [start, rival] = [rival, Math.max(start + equal, rival) + 1];
    equal = 0;
  }
  return text.slice(start) + text.slice(0, start);
}
