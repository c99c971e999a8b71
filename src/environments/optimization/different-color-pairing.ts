import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

const colors = satisfying({ beta: 10, unit: "colors are used as often as they occur" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 10_000;

const Parameters = z.object({ N: sizeFrom(6, LARGEST_N).multipleOf(2, "must be even") });
const Instance = instanceOf(Parameters, {
  M: integerFrom(2, LARGEST_N),
  C: integersFrom(1, LARGEST_N),
  reference_answer: z.string(),
}).check(
  lengths("M", "C"),
  holds("C", ({ N, C }) => sum(C) === N, "must have the sum N"),
  holds("C", ({ N, C }) => C.every((count) => 2 * count <= N), "must be at most N/2 each"),
);

export const differentColorPairing = defineEnvironment({
  id: "DifferentColorPairing",
  title: "Pairs of different colors",
  summary: "Divide N colored pearls into pairs so that no pair has two pearls of one color.",
  reward: `${colors.words}; ${invalidWords("no color, or a pair of one color")}; ${malformedWords("wrong number of pairs")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 6 }, ({ N }) => ({ N: N + 2 })),

  generate({ N }, random) {
    const M = random.integer(3, N - 1);
    const C = redrawUntil(() => {
      const counts = randomComposition(N, M, random);
      return counts.every((count) => 2 * count <= N) ? counts : undefined;
    });
    return { N, M, C, reference_answer: formatRows(pairAcross(C)) };
  },

  prompt: ({ N, M, C }) =>
    `There are ${N} pearls of ${M} colors, numbered from 1:
${formatLines(C, (count, index) => `color ${index + 1}: ${count}`)}

Divide the pearls into ${N / 2} pairs. Every pearl must be in exactly one pair, and the two pearls of a pair must have different colors.

Answer with ${N / 2} lines, one for each pair, with the numbers of its two colors, separated by a space, like this:
${placeholderLines("i j", N / 2)}`,

  answer: integerTuples(2),

  score(pairs, { N, M, C }) {
    const fault = findCountFault(pairs, N / 2, "pair");
    if (fault !== undefined) return malformed(fault);
    const left = [...C];
    for (const pair of pairs) {
      const stray = findRangeFault(pair, 1, M);
      if (stray !== undefined) return invalid(stray);
      if (pair[0] === pair[1]) return invalid(`a pair has color ${pair[0]} twice`);
      for (const color of pair) left[color - 1]--;
    }
    return colors.verdict(left.filter((count) => count === 0).length, M);
  },

  picture: ({ C }) => barsPicture(C, { base: 1 }),

  solve: ({ C }) => formatRows(pairAcross(C)),
});

/**
 * The pearls in order of color, each of the first half with the one N/2 places on: a color with at
 * most N/2 pearls does not reach that far.
 */
function pairAcross(C: readonly number[]): number[][] {
  const pearls = C.flatMap((count, index) => new Array<number>(count).fill(index + 1));
  const half = pearls.length / 2;
  return pearls.slice(0, half).map((color, place) => [color, pearls[place + half]]);
}
