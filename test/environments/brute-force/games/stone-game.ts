import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Game {
  Stones: number[];
  F: number;
  reference_answer: string;
}

/** Whether the player to move wins, by trying every move. */
function isWon(heaps: readonly number[], F: number, known: Map<string, boolean>): boolean {
  const position = heaps.toSorted((a, b) => a - b).join(" ");
  const settled = known.get(position);
  if (settled !== undefined) return settled;
  const isWinning = heaps.some(
    (heap, index) =>
      heap >= F &&
      range(2, heap).some((m) => {
        const parts = range(0, m - 1).map((part) => Math.floor((heap + part) / m));
        return !isWon([...heaps.toSpliced(index, 1), ...parts], F, known);
      }),
  );
  known.set(position, isWinning);
  return isWinning;
}

export const stoneGame = bruteForce<Game>(
  "StoneGame",
  [{ MAX_SUM: 5 }, { MAX_SUM: 14 }],
  ({ Stones, F, reference_answer }, answer) => {
    const winner = isWon(Stones, F, new Map()) ? "Stan" : "Ollie";
    expect(reference_answer).toBe(winner);
    expect(answer).toBe(winner);
  },
);
