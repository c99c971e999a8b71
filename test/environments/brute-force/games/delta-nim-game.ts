import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { isWon } from "../positions.ts";

function movesFrom(piles: readonly number[]): number[][] {
  return piles.flatMap((size, pile) =>
    range(piles[pile - 1] ?? 0, size - 1).map((left) => piles.with(pile, left)),
  );
}

export const deltaNimGame = bruteForce<{ A: number[]; reference_answer: string }>(
  "DeltaNimGame",
  [{ N: 2 }, { N: 3 }, { N: 4 }],
  ({ A, reference_answer }, answer) => {
    const winner = isWon(A, movesFrom) ? "Alice" : "Bob";
    expect(reference_answer).toBe(winner);
    expect(answer).toBe(winner);
  },
);
