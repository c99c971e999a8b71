import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

const LETTERS = "ab";
/** Counts, at most about 1.618^length, stay safe integers. */
const LARGEST_LENGTH = 72;

const text = textOver(LETTERS).min(1).max(LARGEST_LENGTH);

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_LENGTH) });
const Instance = instanceOf(Parameters, {
  S: z.tuple([text, text, text]),
  reference_answer: integerFrom(0),
});

type Texts = readonly [string, string, string];

/**
 * Short strings have few subsequences in common: 2 is right in some 40 % of the problems of level 0,
 * and 3 in more than a third at level 3.
 */
export const threeStringCommonSubsequenceCounting = defineEnvironment({
  id: "ThreeStringCommonSubsequenceCounting",
  title: "Common subsequences of three strings",
  summary: "Count the distinct non-empty strings that are subsequences of all three given strings.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N: 3 }),

  generate({ MAX_N }, random) {
    const probability = random.unit();
    const draw = () =>
      biasedText(random.integer(3, MAX_N), [LETTERS[0], LETTERS[1]], probability, random);
    const S: [string, string, string] = [draw(), draw(), draw()];
    return { MAX_N, S, reference_answer: countCommon(S) };
  },

  prompt: ({ S }) =>
    `Here are three strings:
${formatLines(S, (text) => text)}

A subsequence of a string arises from it by removing any number of characters, also none; the others keep their order. How many different non-empty strings are subsequences of all three strings?

Answer with the number of such strings as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, ({ S }: { S: Texts }) => countByLength(S)),
});

/** Where each letter occurs next from each place on; undefined where it does not. */
function nextPlaces(text: string): Map<string, (number | undefined)[]> {
  return new Map(
    [...LETTERS].map((letter) => {
      const places = new Array<number | undefined>(text.length + 1).fill(undefined);
      for (let place = text.length - 1; place >= 0; place--) {
        places[place] = text[place] === letter ? place : places[place + 1];
      }
      return [letter, places];
    }),
  );
}

/** The places after the next occurrences of the letter; undefined where one string lacks it. */
function follow(
  next: readonly Map<string, (number | undefined)[]>[],
  places: readonly number[],
  letter: string,
): number[] | undefined {
  const after = places.map((place, index) => next[index].get(letter)?.[place]);
  return after.includes(undefined) ? undefined : after.map((place) => (place ?? 0) + 1);
}

/**
 * Each string is matched as early as possible in all three: a state is where the three matches end,
 * and strings of one state go on alike. O(product of the lengths).
 */
function countCommon(S: Texts): number {
  const next = S.map(nextPlaces);
  const known = new Map<string, number>();
  const countFrom = (places: readonly number[]): number => {
    const key = places.join(" ");
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    let count = 1;
    for (const letter of LETTERS) {
      const after = follow(next, places, letter);
      if (after !== undefined) count += countFrom(after);
    }
    known.set(key, count);
    return count;
  };
  return countFrom([0, 0, 0]) - 1;
}

/** Length by length: how many strings of that length end in each state. */
function countByLength(S: Texts): number {
  const next = S.map(nextPlaces);
  let total = 0;
  let strings = new Map([["0 0 0", 1]]);
  while (strings.size > 0) {
    const longer = new Map<string, number>();
    for (const [state, count] of strings) {
      for (const letter of LETTERS) {
        const after = follow(next, state.split(" ").map(Number), letter)?.join(" ");
        if (after === undefined) continue;
        longer.set(after, (longer.get(after) ?? 0) + count);
        total += count;
      }
    }
    strings = longer;
  }
  return total;
}
