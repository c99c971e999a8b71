import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const LOSS_PROBABILITY = 0.2;
/** What is answered where the first player loses. */
const LOSS = -1;
const LARGEST = 10_000;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  reference_answer: integerFrom(LOSS),
});

// There are at most MAX_N problems, few lost piles (1, 9, 10, 25, 34, 35, 49, 55 up to 84) and many
// that are a prime or one above it: 1 is right in 80 % of the problems of low levels and half later.
export const takingPrimeGame = defineEnvironment({
  id: "TakingPrimeGame",
  title: "Prime take-away game",
  summary:
    "Find after how many moves a game of taking primes from a pile is won, or −1 if it is lost.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 8 }),

  generate({ MAX_N }, random) {
    const isLoss = random.chance(LOSS_PROBABILITY);
    const { isWon, moves } = outcomes(MAX_N);
    const piles = [...isWon.keys()].filter((pile) => pile > 0 && isWon[pile] !== isLoss);
    const N = random.choice(piles);
    return { MAX_N, N, reference_answer: isLoss ? LOSS : moves[N] };
  },

  prompt: ({ N }) =>
    `Two players take stones in turn from a pile of ${formatCount(N, "stone")}. A move takes a number of stones that is a prime. Whoever cannot move, because fewer than 2 stones are left, loses.

Both play as well as possible: a player who can win does so, in such a way that the game ends after as few moves as possible; a player who must lose plays so that it ends after as many moves as possible.

If the player who moves first wins, how many moves do both players make together?

Answer with this number as one integer, like this: n
If the player who moves first loses, answer with ${LOSS}.`,

  ...exactInteger(({ N }: { N: number }) => {
    const { isWon, moves } = outcomes(N);
    return isWon[N] ? moves[N] : LOSS;
  }),
});

/**
 * For piles of 0..largest stones, whether the one to move wins, and the number of moves to come:
 * backward induction, O(largest · primes).
 */
function outcomes(largest: number): { isWon: boolean[]; moves: number[] } {
  const primes = primesUpTo(largest);
  const isWon = [false];
  const moves = [0];
  for (let pile = 1; pile <= largest; pile++) {
    let [fewest, most] = [Number.POSITIVE_INFINITY, 0];
    for (const prime of primes) {
      if (prime > pile) break;
      const rest = pile - prime;
      if (isWon[rest]) most = Math.max(most, 1 + moves[rest]);
      else fewest = Math.min(fewest, 1 + moves[rest]);
    }
    isWon[pile] = fewest < Number.POSITIVE_INFINITY;
    moves[pile] = isWon[pile] ? fewest : most;
  }
  return { isWon, moves };
}
