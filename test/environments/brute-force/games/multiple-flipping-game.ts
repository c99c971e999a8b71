import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { isWon } from "../positions.ts";

interface Game {
  N: number;
  white_indices: number[];
  reference_answer: string;
}

/** Whether each cell 1..N is white. */
function movesFrom(isWhite: readonly boolean[]): boolean[][] {
  return range(1, isWhite.length).flatMap((x) =>
    isWhite[x - 1]
      ? range(1, Math.floor(isWhite.length / x)).map((k) =>
          isWhite.map((white, at) => white !== ((at + 1) % x === 0 && at + 1 <= k * x)),
        )
      : [],
  );
}

export const multipleFlippingGame = bruteForce<Game>(
  "MultipleFlippingGame",
  [{ N: 3 }, { N: 6 }, { N: 9 }],
  ({ N, white_indices, reference_answer }, answer) => {
    const isWhite = range(1, N).map((cell) => white_indices.includes(cell));
    const outcome = isWon(isWhite, movesFrom) ? "Yes" : "No";
    expect(reference_answer).toBe(outcome);
    expect(answer).toBe(outcome);
  },
);
