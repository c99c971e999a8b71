import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";

const DIGITS = "01";
/** Far beyond any use; bounds the N rotations of N characters that are compared. */
const MAX_N = 5_000;

const characters = matching({ beta: 10, unit: "characters right" });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver(DIGITS),
  reference_answer: textOver(DIGITS),
}).check(lengths("N", "S", "reference_answer"));

export const minimalCyclicShift = defineEnvironment({
  id: "MinimalCyclicShift",
  title: "Least rotation of a binary string",
  summary: "Output the lexicographically smallest cyclic shift of a binary string.",
  reward: `${characters.words}; ${malformedWords("wrong length or characters")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

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
    const fault = findCountFault(shift, N, "character") ?? findAlphabetFault(shift, DIGITS);
    if (fault !== undefined) return malformed(fault);
    return characters.verdict(countAgreements(shift, reference_answer), N);
  },

  solve({ S }) {
    let least = S;
    for (let start = 1; start < S.length; start++) {
      const rotation = S.slice(start) + S.slice(0, start);
      if (rotation < least) least = rotation;
    }
    return least;
  },
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
