import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactWord } from "../toolkit/scoring/exact-words.ts";

/** The players, the one who moves first in front. */
const PLAYERS = ["Stan", "Ollie"] as const;

/** Below 3, Ollie never wins. */
const Parameters = z.object({ MAX_X_Y: sizeFrom(3, Number.MAX_SAFE_INTEGER) });
const Instance = instanceOf(Parameters, {
  X: integerFrom(1),
  Y: integerFrom(1),
  reference_answer: z.enum(PLAYERS),
});

export const euclidGame = defineEnvironment({
  id: "EuclidGame",
  title: "Euclid's subtraction game",
  summary: "Say who wins when multiples of one number are subtracted from another one.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_X_Y: 16 }, ({ MAX_X_Y }) => ({ MAX_X_Y: 2 * MAX_X_Y })),

  generate({ MAX_X_Y }, random) {
    const reference_answer = random.choice(PLAYERS);
    return redrawUntil(() => {
      const [X, Y] = random.integers(2, 1, MAX_X_Y);
      const winner = PLAYERS[isWon(Math.max(X, Y), Math.min(X, Y)) ? 0 : 1];
      return winner === reference_answer ? { MAX_X_Y, X, Y, reference_answer } : undefined;
    });
  },

  prompt: ({ X, Y }) =>
    `Stan and Ollie play a game with two numbers, at first ${X} and ${Y}. They move in turn, and Stan moves first. A move replaces one of the two numbers, a, by a - m·b, where b is the other number and m is an integer of at least 1, chosen so that a - m·b is not negative. Whoever makes a number 0 wins.

Who wins if both play as well as possible?

Answer with one word, the winner's name: Stan or Ollie`,

  ...exactWord(PLAYERS, ({ X, Y }: { X: number; Y: number }) => {
    const [x, y] = X > Y ? [BigInt(X), BigInt(Y)] : [BigInt(Y), BigInt(X)];
    // As x/y beyond the golden ratio is followed by one below it and the other way round, the game
    // is lost exactly for 1 < x/y < φ, where (x/y)² < x/y + 1.
    return x === y || x * x > x * y + y * y ? "Stan" : "Ollie";
  }),
});

/**
 * Whether the player to move wins with x ≥ y. Equal numbers are won at once. If x ≥ 2y, the move to
 * (x mod y, y) is won, or else the move to (x mod y + y, y) leaves the other just that one. Else the
 * move to (y, x − y) is forced. Euclid's algorithm, O(log x).
 */
function isWon(x: number, y: number): boolean {
  let isMover = true;
  for (let [a, b] = [x, y]; ; [a, b] = [b, a - b]) {
    if (a === b || a >= 2 * b) return isMover;
    isMover = !isMover;
  }
}
