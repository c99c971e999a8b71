import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactWord } from "../toolkit/scoring/exact-words.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** The players, the one who moves first in front. */
const PLAYERS = ["Alice", "Bob"] as const;
/** Bit operations take signed 32-bit integers. */
const LARGEST_PILE = 2 ** 31 - 1;

const Parameters = z.object({ N: sizeFrom(2, 10_000) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, LARGEST_PILE),
  reference_answer: z.enum(PLAYERS),
}).check(
  lengths("N", "A"),
  holds(
    "A",
    ({ A }) => A.every((size, pile) => pile === 0 || size >= A[pile - 1]),
    "must not decrease",
  ),
);

// With two piles, Bob wins exactly where they are equal.
export const deltaNimGame = defineEnvironment({
  id: "DeltaNimGame",
  title: "Nim on non-decreasing piles",
  summary: "Say who wins when stones are taken from piles whose sizes must never decrease.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),

  generate({ N }, random) {
    const reference_answer = random.choice(PLAYERS);
    const steps = [random.integer(1, N), ...random.integers(N - 2, 0, N)];
    const balance = xorOfSteps([...steps, 0]);
    const last =
      reference_answer === "Bob"
        ? balance
        : redrawUntil(() => {
            const step = random.integer(0, N);
            return step === balance ? undefined : step;
          });
    return { N, A: prefixSums([...steps, last]).slice(1), reference_answer };
  },

  prompt: ({ N, A }) =>
    `Alice and Bob play a game with ${N} piles of stones, numbered from 0 to ${N - 1}. Their sizes are:
${formatIndexed("A", A)}

They move in turn, and Alice moves first. A move takes at least one stone from one pile; it may take all of them. After every move, no pile may be smaller than the pile before it: A[0] ≤ A[1]${N > 2 ? ` ≤ … ≤ A[${N - 1}]` : ""} must still hold, where an empty pile counts as 0. Whoever cannot move loses.

Who wins if both play as well as possible?

Answer with one word, the winner's name: Alice or Bob`,

  picture: ({ A }) => barsPicture(A),

  ...exactWord(PLAYERS, ({ A }: { A: number[] }) => {
    const steps = A.map((size, pile) => size - (A[pile - 1] ?? 0));
    return xorOfSteps(steps) === 0 ? "Bob" : "Alice";
  }),
});

/**
 * Staircase Nim: stones taken from a pile are moved from its step, what it has more than the pile
 * before it, to the next one's step, and from the last one's off the board. Stones that come onto
 * the other steps can be moved on at once, so that the position is won as Nim of the last step,
 * the third last and so on: if their xor is not 0 (Sprague and Grundy).
 */
function xorOfSteps(steps: readonly number[]): number {
  const isCounted = (pile: number) => (steps.length - 1 - pile) % 2 === 0;
  return steps.reduce((xor, step, pile) => (isCounted(pile) ? xor ^ step : xor), 0);
}
