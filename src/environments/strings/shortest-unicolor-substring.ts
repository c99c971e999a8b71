import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const DIGITS = "01";
/** Far beyond any use; keeps strings of a size that a message holds. */
const MAX_N = 10_000;

const longest = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver(DIGITS),
  K: integer,
  gold_answer: integer,
}).check(lengths("N", "S"), within("K", 1, "N"), within("gold_answer", 1, "N"));

export const shortestUnicolorSubstring = defineEnvironment({
  id: "ShortestUnicolorSubstring",
  title: "Shortening the longest run",
  summary: "Change at most K characters of a binary string so that its longest run is shortest.",
  reward: `${longest.words}; ${invalidWords("too many changes")}, ${malformedWords("wrong length or characters")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const S = biasedText(N, ["1", "0"], random.unit(), random);
    const K = random.integer(1, Math.floor(N / 2));
    return { N, S, K, gold_answer: leastLongestRun(S, K) };
  },

  prompt: ({ N, S, K }) =>
    `Here is a binary string S of ${N} characters:
${S}

Change at most ${formatCount(K, "character")} of S, each from 0 to 1 or from 1 to 0, to get a string T of the same length. A run is a contiguous substring of T whose characters are all equal. Choose the changes so that the longest run of T is as short as possible.

Answer with the ${N} characters of T on one line, without spaces. For a string of two characters, an answer would look like this: 10`,

  answer: describedAs("a string of the characters 0 and 1", plainText),

  score(T, { N, S, K, gold_answer }) {
    const fault = findCountFault(T, N, "character") ?? findAlphabetFault(T, DIGITS);
    if (fault !== undefined) return malformed(fault);
    const changes = countDifferences(S, T);
    if (changes > K) return invalid(`${formatCount(changes, "change")}, at most ${K} allowed`);
    return longest.verdict(longestRun(T), gold_answer);
  },

  picture: ({ S }, changed) => gridPicture([S], { filled: changed === undefined ? [] : [changed] }),

  solve({ S, K }) {
    const least = leastLongestRun(S, K);
    if (least > 1) return breakRuns(S, least);
    const alternating = alternate("0", S.length);
    return countDifferences(S, alternating) <= K ? alternating : alternate("1", S.length);
  },
});

/** The alternating string that begins with the given character. */
function alternate(first: string, length: number): string {
  return (first === "0" ? "01" : "10").repeat(Math.ceil(length / 2)).slice(0, length);
}

function countDifferences(S: string, T: string): number {
  return S.length - countAgreements(S, T);
}

/** The lengths of the maximal runs, in order. */
function runLengths(text: string): number[] {
  const lengths: number[] = [];
  for (let start = 0, end = 1; end <= text.length; end++) {
    if (text[end] === text[start]) continue;
    lengths.push(end - start);
    start = end;
  }
  return lengths;
}

function longestRun(text: string): number {
  return runLengths(text).reduce((longest, length) => Math.max(longest, length), 0);
}

/**
 * The least longest run within K changes, O(N log N). Breaking a run of length n into runs of at
 * most x ≥ 2 takes ⌊n / (x + 1)⌋ changes inside it, independently of the other runs, so x is found
 * by bisection. Runs of 1 are different: they leave only the two alternating strings.
 */
function leastLongestRun(S: string, K: number): number {
  const differences = countDifferences(S, alternate("0", S.length));
  if (Math.min(differences, S.length - differences) <= K) return 1;
  const runs = runLengths(S);
  const isReachable = (x: number) => sum(runs.map((n) => Math.floor(n / (x + 1)))) <= K;
  return leastInteger(2, S.length, isReachable);
}

/**
 * Breaks each run into runs of at most x ≥ 2: every (x + 1)-th character changes. A change at a
 * run's very end would join the next run, so that one moves a place to the left.
 */
function breakRuns(S: string, x: number): string {
  const characters = [...S];
  let start = 0;
  for (const length of runLengths(S)) {
    for (let nth = x + 1; nth <= length; nth += x + 1) {
      const index = start + (nth === length ? nth - 2 : nth - 1);
      characters[index] = S[index] === "0" ? "1" : "0";
    }
    start += length;
  }
  return characters.join("");
}
