import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

/** Far beyond any use; keeps strings and answers of a size that a message holds. */
const MAX_ZEROS = 10_000;

const swapCount = minimising({ beta: 5 });

const Parameters = z.object({ zero_count: sizeFrom(2, MAX_ZEROS) });
const Instance = instanceOf(Parameters, {
  string: textOver("01"),
  gold_answer: integerFrom(0),
  reference_answer: z.string(),
}).check(
  holds(
    "string",
    ({ string, zero_count }) => {
      const zeros = string.length - string.replaceAll("0", "").length;
      return zeros === zero_count && Math.abs(string.length - 2 * zeros) <= 1;
    },
    "must have zero_count zeros and as many ones, or one more or fewer",
  ),
);

/** The two positions whose characters are exchanged. */
type Swap = readonly [number, number];

export const binaryAlternation = defineEnvironment({
  id: "BinaryAlternation",
  title: "Swaps to an alternating string",
  summary: "Make a binary string alternate with as few swaps of two positions as possible.",
  reward: `${swapCount.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ zero_count: 2 }),

  generate({ zero_count }, random) {
    const one_count = random.integer(zero_count - 1, zero_count + 1);
    const characters = [..."0".repeat(zero_count), ..."1".repeat(one_count)];
    const string = random.shuffle(characters).join("");
    const swaps = fewestSwaps(string);
    return { zero_count, string, gold_answer: swaps.length, reference_answer: formatRows(swaps) };
  },

  prompt: ({ string }) =>
    `Here is a binary string of ${string.length} characters, at the positions 0 to ${string.length - 1}:
${string}

A swap exchanges the characters at two positions, which need not be neighbours. Make the string alternate, so that no two neighbouring characters are equal, with as few swaps as possible.

Answer with the swaps in the order in which they are made, one per line, each as its two positions separated by a space, like this:
${placeholderLines("i j")}
If the string alternates already, the answer is empty.`,

  answer: integerTuples(2),

  score(swaps, { string, gold_answer }) {
    const characters = [...string];
    for (const [i, j] of swaps) {
      const fault = findRangeFault([i, j], 0, characters.length - 1);
      if (fault !== undefined) return invalid(fault);
      [characters[i], characters[j]] = [characters[j], characters[i]];
    }
    const repeated = characters.findIndex((digit, position) => digit === characters[position + 1]);
    if (repeated !== -1) {
      return invalid(`after the swaps, positions ${repeated} and ${repeated + 1} are equal`);
    }
    return swapCount.verdict(swaps.length, gold_answer);
  },

  picture: ({ string }, swaps) => rowPicture(string, { chosen: swaps?.flat() }),

  solve: ({ string }) => formatRows(fewestSwaps(string)),
});

/**
 * The swaps of the cheaper alternating pattern, O(n). A swap puts at most one 0 in its place, and
 * exchanging a misplaced 0 with a misplaced 1 does, so a pattern costs its misplaced zeros.
 */
function fewestSwaps(string: string): Swap[] {
  const candidates: Swap[][] = [];
  for (const parity of [0, 1]) {
    const zeros: number[] = [];
    const ones: number[] = [];
    for (let position = 0; position < string.length; position++) {
      const wanted = position % 2 === parity ? "0" : "1";
      if (string[position] !== wanted) (wanted === "1" ? zeros : ones).push(position);
    }
    // A pattern that needs other numbers of zeros and ones is out of reach.
    if (zeros.length === ones.length) candidates.push(zeros.map((zero, k) => [zero, ones[k]]));
  }
  return candidates.reduce((best, other) => (other.length < best.length ? other : best));
}
