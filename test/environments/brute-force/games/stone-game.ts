import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { isWon } from "../positions.ts";

interface Game {
  Stones: number[];
  F: number;
  reference_answer: string;
}

const movesFrom = (F: number) => (heaps: readonly number[]) =>
  heaps.flatMap((heap, index) =>
    range(2, heap >= F ? heap : 0).map((m) => {
      const parts = range(0, m - 1).map((part) => Math.floor((heap + part) / m));
      return [...heaps.toSpliced(index, 1), ...parts].sort((a, b) => a - b);
    }),
  );

export const stoneGame = bruteForce<Game>(
  "StoneGame",
  [{ MAX_SUM: 5 }, { MAX_SUM: 14 }],
  ({ Stones, F, reference_answer }, answer) => {
    const winner = isWon(Stones, movesFrom(F)) ? "Stan" : "Ollie";
    expect(reference_answer).toBe(winner);
    expect(answer).toBe(winner);
  },
);
