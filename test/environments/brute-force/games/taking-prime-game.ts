import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

const isPrime = (value: number) => value > 1 && range(2, value - 1).every((d) => value % d !== 0);

/** Whether the player to move wins, and in how many moves, by trying every move. */
function play(pile: number, known: Map<number, [boolean, number]>): [boolean, number] {
  const settled = known.get(pile);
  if (settled !== undefined) return settled;
  const next = range(2, pile)
    .filter(isPrime)
    .map((prime) => play(pile - prime, known));
  const wins = next.filter(([isOthersWin]) => !isOthersWin).map(([, moves]) => 1 + moves);
  const losses = next.map(([, moves]) => 1 + moves);
  const outcome: [boolean, number] =
    wins.length > 0 ? [true, Math.min(...wins)] : [false, Math.max(0, ...losses)];
  known.set(pile, outcome);
  return outcome;
}

export const takingPrimeGame = bruteForce<{ N: number; reference_answer: number }>(
  "TakingPrimeGame",
  [{ MAX_N: 2 }, { MAX_N: 12 }, { MAX_N: 60 }],
  ({ N, reference_answer }, answer) => {
    const [isWon, moves] = play(N, new Map());
    expect(reference_answer).toBe(isWon ? moves : -1);
    expect(answer).toBe(String(reference_answer));
  },
);
