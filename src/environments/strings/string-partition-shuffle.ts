import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

/** Half of the problems with N ≥ 4 ask for this number of pieces. */
const USUAL_PIECE_COUNT = 3;
/** The range of the probability of a 1. */
const MIN_PROBABILITY = 0.1;
const MAX_PROBABILITY = 0.9;
/** Far beyond any use; keeps strings and answers of a size that a message holds. */
const MAX_N = 1_000;

const characters = matching({ beta: 10, unit: "characters right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integer,
  S: textOver("01"),
  T: textOver("01"),
  reference_answer: z.string(),
}).check(
  within("K", 2, ({ N }) => N - 1),
  lengths("N", "S", "T"),
  holds("T", ({ S, T }) => countOnes(S) === countOnes(T), "must have as many ones as S"),
);

export const stringPartitionShuffle = defineEnvironment({
  id: "StringPartitionShuffle",
  title: "Rearranging the pieces of a string",
  summary: "Cut a string into K pieces and order them so that they make up another string.",
  reward: `${characters.words}; ${invalidWords()}, ${malformedWords("not K intervals")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const isUsual = N > USUAL_PIECE_COUNT && random.chance(0.5);
    const K = isUsual ? USUAL_PIECE_COUNT : random.integer(2, N - 1);
    const probability = random.real(MIN_PROBABILITY, MAX_PROBABILITY);
    const S = biasedText(N, ["1", "0"], probability, random);
    const pieces = randomComposition(N, K, random);
    const starts = prefixSums(pieces);
    const intervals = random.shuffle(
      pieces.map((length, piece) => [starts[piece], starts[piece] + length]),
    );
    return { N, K, S, T: join(S, intervals), reference_answer: formatRows(intervals) };
  },

  prompt: ({ N, K, S, T }) =>
    `Here are two binary strings of ${N} characters each, indexed from 0 to ${N - 1}:
S = ${S}
T = ${T}

Cut S into exactly ${K} pieces and put them in an order in which, joined, they give T. A piece is an interval [L, R) of indices of S, 0 ≤ L < R ≤ ${N}: L is included, R is not. The intervals are disjoint and together cover all of S.

Answer with the ${K} intervals in the order in which their pieces make up T, one per line, each as its L and R separated by a space, like this:
${placeholderLines("L R", K)}`,

  answer: integerMatrix,

  score(intervals, { N, K, S, T }) {
    const fault = findCountFault(intervals, K, "interval");
    if (fault !== undefined) return malformed(fault);
    if (intervals.some((row) => row.length !== 2)) return malformed("a line without two integers");
    if (!intervals.every(([L, R]) => 0 <= L && L < R && R <= N)) {
      return invalid(`an interval is not 0 ≤ L < R ≤ ${N}`);
    }
    const total = sum(intervals.map(([L, R]) => R - L));
    if (total !== N) return invalid(`the lengths add up to ${total} instead of ${N}`);
    const sorted = intervals.toSorted(([a], [b]) => a - b);
    if (sorted.some(([L], index) => index > 0 && L < sorted[index - 1][1])) {
      return invalid("the intervals overlap");
    }
    return characters.verdict(countAgreements(join(S, intervals), T), N);
  },

  solve: ({ K, S, T }) => formatRows(findIntervals(S, T, K)),
});

/** The pieces of S in the order of their intervals, joined. */
function join(S: string, intervals: readonly (readonly number[])[]): string {
  return intervals.map(([L, R]) => S.slice(L, R)).join("");
}

function countOnes(text: string): number {
  return text.replaceAll("0", "").length;
}

/** What stands for a used character of S. */
const USED = " ";

/**
 * Intervals that solve the problem, by depth-first search: T is built from the left by pieces as
 * long as possible, then shorter. Whether it can be completed depends only on the parts of S that
 * are left, in any order, and on the number of pieces, so failures are remembered by these. Fewer
 * pieces than K do as well, as a piece can be cut into two that follow each other.
 */
function findIntervals(S: string, T: string, K: number): [number, number][] {
  const intervals: [number, number][] = [];
  const failedWith = new Map<string, number>();

  function complete(unused: string, built: number): boolean {
    if (built === T.length) return true;
    const parts = unused.split(USED).filter((part) => part !== "");
    const pieces = K - intervals.length;
    if (parts.length > pieces) return false;
    const state = parts.sort().join(USED);
    if (pieces <= (failedWith.get(state) ?? 0)) return false;
    for (const [L, R] of matchesByLength(unused, T, built)) {
      intervals.push([L, R]);
      const left = unused.slice(0, L) + USED.repeat(R - L) + unused.slice(R);
      if (complete(left, built + R - L)) return true;
      intervals.pop();
    }
    failedWith.set(state, pieces);
    return false;
  }

  complete(S, 0);
  for (let piece = 0; intervals.length < K; piece++) {
    const [L, R] = intervals[piece];
    if (R - L > 1) intervals.splice(piece, 1, [L, L + 1], [L + 1, R]);
  }
  return intervals;
}

/** The intervals of `unused` that continue T after what is built, the longest first. */
function matchesByLength(unused: string, T: string, built: number): [number, number][] {
  const matches: [number, number][] = [];
  for (let L = 0; L < unused.length; L++) {
    for (let R = L + 1; R <= unused.length && unused[R - 1] === T[built + R - 1 - L]; R++) {
      matches.push([L, R]);
    }
  }
  return matches.sort(([a, b], [c, d]) => d - c - (b - a));
}
