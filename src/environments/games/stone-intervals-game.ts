import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const Parameters = z.object({ N: sizeFrom(3, 10_000) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, 1_000_000),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "A"),
  holds("A", ({ A }) => A.includes(0), "must hold an empty pile, or nothing can be taken"),
);

export const stoneIntervalsGame = defineEnvironment({
  id: "StoneIntervalsGame",
  title: "Taking piles next to gaps",
  summary: "Find what the first player collects when only piles next to an empty one can be taken.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, 2 * N);
    const empty = random.distinctIntegers(random.integer(1, N - 2), 0, N - 1);
    for (const pile of empty) A[pile] = 0;
    return { N, A, reference_answer: bestTotal(A) };
  },

  prompt: ({ N, A }) =>
    `${N} piles of stones stand in a row, numbered from 0 to ${N - 1}. Their sizes, of which 0 is an empty pile, are:
${formatIndexed("A", A)}

Alice and Bob move in turn, and Alice moves first. A move takes all stones of one pile that is not empty and stands next to an empty one; then this pile is empty, too. Piles i and i + 1 stand next to each other; the piles 0 and ${N - 1} at the ends do not. The game ends when all piles are empty.

Both play so that the total number of their own stones is as large as possible. How many stones does Alice take in all?

Answer with this number as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A),

  ...exactInteger(({ A }: { A: number[] }) => bestTotal(A)),
});

/** Where a pile was empty from the start. */
const GAP = undefined;

/**
 * Half of all stones and half of the first player's lead, O(N log N). A pile at least as large as
 * both its neighbours is taken as soon as one of them uncovers it, and the third follows: together
 * they are as one pile of left − middle + right. When no such three are left, sizes fall from each
 * gap inwards at most up to an end of the row, where the last two may be left that nobody wants to
 * begin, since the last one is worth more; they are left to the end of the game, where parity says
 * who must begin them. All other piles are taken by size, the largest first.
 */
function bestTotal(sizes: readonly number[]): number {
  const entries: (number | typeof GAP)[] = [];
  for (const size of sizes) {
    entries.push(size === 0 ? GAP : size);
    for (;;) {
      const [left, middle, right] = entries.slice(-3);
      if (left === GAP || middle === GAP || right === GAP) break;
      if (middle < left || middle < right) break;
      entries.splice(-3, 3, left - middle + right);
    }
  }
  let lead = leadOfLast(entries) + leadOfLast(entries.reverse());
  const piles = entries.filter((entry) => entry !== GAP).sort((a, b) => a - b);
  for (const pile of piles) lead = pile - lead;
  return (sum(sizes) + lead) / 2;
}

/** Removes pairs at the end whose last pile is not the smaller one; the lead of who begins them. */
function leadOfLast(entries: (number | typeof GAP)[]): number {
  let lead = 0;
  for (;;) {
    const [inner, outer] = entries.slice(-2);
    if (inner === GAP || outer === GAP || outer < inner) return lead;
    lead += inner - outer;
    entries.splice(-2);
  }
}
