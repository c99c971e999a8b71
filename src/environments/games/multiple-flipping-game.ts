import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, within } from "../toolkit/schemas/lists.ts";
import { exactWord } from "../toolkit/scoring/exact-words.ts";

const ANSWERS = ["Yes", "No"] as const;

/** Below 3, the first player always wins. */
const Parameters = z.object({ N: sizeFrom(3, 1_000) });
const Instance = instanceOf(Parameters, {
  white_indices: integersFrom(1).min(1),
  reference_answer: z.enum(ANSWERS),
}).check(within("white_indices", 1, "N"), distinct("white_indices"));

// At low levels few positions are lost, and they are half of the problems: at level 0 just the one with
// cells 2 and 3 white, at level 3 15 of 63.
export const multipleFlippingGame = defineEnvironment({
  id: "MultipleFlippingGame",
  title: "Flipping multiples game",
  summary: "Say whether the first player wins when cells at multiples of a white one are flipped.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const reference_answer = random.choice(ANSWERS);
    const values = grundyValues(N);
    return redrawUntil(() => {
      const white_indices = random.distinctIntegers(random.integer(1, N), 1, N);
      const answer = isWon(white_indices, values) ? "Yes" : "No";
      return answer === reference_answer ? { N, white_indices, reference_answer } : undefined;
    });
  },

  prompt: ({ N, white_indices }) =>
    `There are ${N} cells, numbered from 1 to ${N}. ${white_indices.length === N ? "All of them are white:" : `White are the following of them, all others are black:`}
${ascending(white_indices).join(" ")}

Two players move in turn. A move chooses a white cell x and an integer k of at least 1 with k·x ≤ ${N}, and flips the k cells x, 2x and so on up to kx: those of them that are white become black, those that are black become white. A player who cannot move, because no cell is white, loses.

Does the player who moves first win if both play as well as possible?

Answer with one word: Yes or No`,

  picture({ N, white_indices }) {
    const white = new Set(white_indices);
    const cells = Array.from({ length: N }, (_, index) => (white.has(index + 1) ? "○" : "●"));
    return rowPicture(cells, { base: 1 });
  },

  ...exactWord(ANSWERS, ({ N, white_indices }: { N: number; white_indices: number[] }) =>
    isWon(white_indices, grundyValues(N)) ? "Yes" : "No",
  ),
});

/** By Sprague and Grundy: a position of such a game is the sum of those of its white cells alone. */
function isWon(whiteCells: readonly number[], values: readonly number[]): boolean {
  return whiteCells.reduce((xor, cell) => xor ^ values[cell], 0) !== 0;
}

/**
 * The Grundy value of each cell 1..N, white alone: the least number that is not the xor of the
 * values of 2x, …, kx for any k, where k = 1 leaves nothing, 0. A harmonic sum of steps,
 * O(N log N).
 */
function grundyValues(N: number): number[] {
  const values = new Array<number>(N + 1).fill(0);
  for (let cell = N; cell >= 1; cell--) {
    const reached = new Set([0]);
    let left = 0;
    for (let multiple = 2 * cell; multiple <= N; multiple += cell) {
      left ^= values[multiple];
      reached.add(left);
    }
    while (reached.has(values[cell])) values[cell]++;
  }
  return values;
}
