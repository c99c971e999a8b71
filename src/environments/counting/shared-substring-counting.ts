import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { buildSuffixAutomaton } from "../toolkit/text/suffix-automaton.ts";

/** |S| · |T| steps, and solving takes the square of a length times the other. */
const LARGEST_LENGTH = 2_000;

const text = textOver("ab").min(1).max(LARGEST_LENGTH);

const Parameters = z.object({ MAX_LEN: sizeFrom(2, LARGEST_LENGTH) });
const Instance = instanceOf(Parameters, { S: text, T: text, reference_answer: integerFrom(0) });

interface Texts {
  S: string;
  T: string;
}

export const sharedSubstringCounting = defineEnvironment({
  id: "SharedSubstringCounting",
  title: "Pairs of equal substrings",
  summary: "Count pairs of equal non-empty substring occurrences, one in S and one in T.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_LEN: 10 }),

  generate({ MAX_LEN }, random) {
    const [S, T] = [drawText(MAX_LEN, random), drawText(MAX_LEN, random)];
    return { MAX_LEN, S, T, reference_answer: countPairs({ S, T }) };
  },

  prompt: ({ S, T }) =>
    `Here are two strings; their characters are numbered from 0.
S, of length ${S.length}: ${S}
T, of length ${T.length}: ${T}

Count the quadruples (lS, rS, lT, rT) of integers with 0 ≤ lS < rS ≤ ${S.length} and 0 ≤ lT < rT ≤ ${T.length} for which the substring of S from index lS (included) to index rS (excluded) equals the substring of T from index lT (included) to index rT (excluded).

Answer with the number of such quadruples as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, countByAutomaton),
});

function drawText(maxLength: number, random: Random): string {
  const probability = random.unit();
  return biasedText(random.integer(2, maxLength), ["a", "b"], probability, random);
}

/**
 * For each pair of places, the length of the longest common prefix from there on: as many pairs of
 * equal substrings begin there. O(|S| · |T|).
 */
function countPairs({ S, T }: Texts): number {
  let count = 0;
  let below = new Int32Array(T.length + 1);
  for (let i = S.length - 1; i >= 0; i--) {
    const common = new Int32Array(T.length + 1);
    for (let j = T.length - 1; j >= 0; j--) {
      if (S[i] === T[j]) common[j] = below[j + 1] + 1;
      count += common[j];
    }
    below = common;
  }
  return count;
}

/**
 * T is run through the suffix automaton of S, and each of its substrings counted at its end.
 * O(|S| log |S| + |T|).
 */
function countByAutomaton({ S, T }: Texts): number {
  const states = buildSuffixAutomaton(S);
  // Occurrences of all suffixes of a state's substrings, longer ones first summed up to the root.
  const total = new Array<number>(states.length).fill(0);
  const byLength = states
    .map((_, state) => state)
    .sort((a, b) => states[a].length - states[b].length);
  for (const state of byLength.slice(1)) {
    const { length, link, occurrences } = states[state];
    total[state] = total[link] + (length - states[link].length) * occurrences;
  }
  let [state, length, count] = [0, 0, 0];
  for (const character of T) {
    while (state > 0 && !states[state].next.has(character)) {
      state = states[state].link;
      length = states[state].length;
    }
    const next = states[state].next.get(character);
    if (next === undefined) continue;
    state = next;
    length++;
    const { link, occurrences } = states[state];
    count += total[link] + (length - states[link].length) * occurrences;
  }
  return count;
}
