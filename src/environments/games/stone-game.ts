import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactWord } from "../toolkit/scoring/exact-words.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** The players, the one who moves first in front. */
const PLAYERS = ["Stan", "Ollie"] as const;
const MAX_HEAPS = 100;
const GROWTH = 1.2;

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_SUM = 50_000;

const Parameters = z.object({ MAX_SUM: sizeFrom(2, LARGEST_SUM) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, MAX_HEAPS),
  Stones: integersFrom(1, LARGEST_SUM),
  F: integerFrom(1),
  reference_answer: z.enum(PLAYERS),
}).check(lengths("N", "Stones"));

export const stoneGame = defineEnvironment({
  id: "StoneGame",
  title: "Even heap splitting",
  summary: "Say who wins when heaps of at least F stones are split into equal-as-possible parts.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_SUM: 5 }, ({ MAX_SUM }) => ({ MAX_SUM: grow(MAX_SUM, GROWTH) })),

  generate({ MAX_SUM }, random) {
    const reference_answer = random.choice(PLAYERS);
    return redrawUntil(() => {
      const total = random.integer(2, MAX_SUM);
      const N = random.integer(1, Math.min(Math.floor(total / 2), MAX_HEAPS));
      const Stones = randomComposition(total, N, random);
      const F = random.integer(1, Math.max(...Stones) + 1);
      if (findWinner(Stones, F) !== reference_answer) return undefined;
      return { MAX_SUM, N, Stones, F, reference_answer };
    });
  },

  prompt: ({ N, Stones, F }) =>
    `Stan and Ollie play a game with ${formatCount(N, "heap")} of stones, of ${N === 1 ? "this size" : "these sizes"}:
${Stones.join(" ")}

They move in turn, and Stan moves first. A move takes one heap of at least ${formatCount(F, "stone")}, chooses an integer m ≥ 2, and splits the heap into exactly m heaps, none of them empty, whose sizes differ by at most 1. A heap of 1 stone cannot be split. Whoever cannot move loses.

Who wins if both play as well as possible?

Answer with one word, the winner's name: Stan or Ollie`,

  picture: ({ Stones }) => barsPicture(Stones),

  ...exactWord(PLAYERS, ({ Stones, F }: { Stones: number[]; F: number }) => findWinner(Stones, F)),
});

/** The winner by Sprague and Grundy: the first player, unless the heaps' values xor to 0. */
function findWinner(heaps: readonly number[], smallestSplit: number): (typeof PLAYERS)[number] {
  const values = grundyValues(Math.max(...heaps), smallestSplit);
  return heaps.reduce((position, heap) => position ^ values[heap], 0) === 0 ? "Ollie" : "Stan";
}

/**
 * Grundy values of heaps of 0..largest stones, O(largest · √largest). Splitting x stones into m
 * leaves x mod m heaps of ⌊x/m⌋ + 1 and the other m − (x mod m) of ⌊x/m⌋; equal heaps cancel in
 * pairs. While ⌊x/m⌋ stays the same, both numbers of heaps repeat their parities with period 2 in
 * m, so the two smallest m of each quotient reach everything.
 */
function grundyValues(largest: number, smallestSplit: number): number[] {
  const values = new Array<number>(largest + 1).fill(0);
  const reachedFrom: number[] = []; // by value, the last heap size that reaches it
  for (let size = Math.max(smallestSplit, 2); size <= largest; size++) {
    for (let m = 2; m <= size; m = Math.floor(size / Math.floor(size / m)) + 1) {
      const part = Math.floor(size / m);
      for (const count of m < size && Math.floor(size / (m + 1)) === part ? [m, m + 1] : [m]) {
        const larger = size % count;
        const value =
          (larger % 2 === 1 ? values[part + 1] : 0) ^
          ((count - larger) % 2 === 1 ? values[part] : 0);
        reachedFrom[value] = size;
      }
    }
    while (reachedFrom[values[size]] === size) values[size]++; // the least value not reached
  }
  return values;
}
