import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** A coin's value is in [1, WEIGHT_MULTIPLE · N]. */
const WEIGHT_MULTIPLE = 2;
/** Of the first move, the most coins; a later move takes up to twice the coins of the last one. */
const FIRST_LIMIT = 2;

const Parameters = z.object({ N: sizeFrom(5, 1_000) });
const Instance = instanceOf(Parameters, {
  C: integersFrom(0, 1_000_000),
  reference_answer: integerFrom(0),
}).check(lengths("N", "C"));

export const coinSquareGame = defineEnvironment({
  id: "CoinSquareGame",
  title: "Doubling coin row game",
  summary:
    "Find what the first player collects when coins are taken from the left, each time up to twice as many.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 5 }),

  generate({ N }, random) {
    const C = random.integers(N, 1, WEIGHT_MULTIPLE * N);
    return { N, C, reference_answer: bestTotal(C) };
  },

  prompt: ({ N, C }) =>
    `${N} coins lie in a row. From left to right, their values are:
${formatIndexed("C", C, 1)}

Alice and Bob take coins in turn, always from the left end of what is left of the row. Alice moves first and takes 1 or ${FIRST_LIMIT} coins. After that, if the other player has just taken k coins, a player takes at least 1 and at most 2k coins, and never more than there are. The game ends when no coin is left.

Both play so that the total value of their own coins is as large as possible. What is the total value of Alice's coins?

Answer with this number as one integer, like this: n`,

  picture: ({ C }) => barsPicture(C, { base: 1 }),

  ...exactInteger(({ C }: { C: number[] }) => bestTotal(C)),
});

/**
 * What the first player gets: the best for the one to move with the coins from `first` on and at
 * most `limit` coins to take is the best with a lower limit, or all that is left but what the other
 * gets after `limit` coins are taken. Dynamic programming over both, O(N²).
 */
function bestTotal(coins: readonly number[]): number {
  const N = coins.length;
  /** By first coin and limit, from 0 to the number of coins left. */
  const best: Float64Array[] = [];
  let left = 0;
  for (let first = N; first >= 0; first--) {
    left += coins[first] ?? 0;
    best[first] = new Float64Array(N - first + 1);
    for (let limit = 1; limit <= N - first; limit++) {
      const next = first + limit;
      const others = best[next][Math.min(2 * limit, N - next)];
      best[first][limit] = Math.max(best[first][limit - 1], left - others);
    }
  }
  return best[0][Math.min(FIRST_LIMIT, N)];
}
