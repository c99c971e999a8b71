import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { isWon } from "../positions.ts";

/** Whoever makes a number 0 wins: then the other cannot move. */
function movesFrom([x, y]: readonly [number, number]): [number, number][] {
  if (x === 0 || y === 0) return [];
  return [
    ...range(1, Math.floor(x / y)).map((m): [number, number] => [x - m * y, y]),
    ...range(1, Math.floor(y / x)).map((m): [number, number] => [x, y - m * x]),
  ];
}

export const euclidGame = bruteForce<{ X: number; Y: number; reference_answer: string }>(
  "EuclidGame",
  [{ MAX_X_Y: 3 }, { MAX_X_Y: 12 }, { MAX_X_Y: 200 }],
  ({ X, Y, reference_answer }, answer) => {
    const winner = isWon([X, Y], movesFrom) ? "Stan" : "Ollie";
    expect(reference_answer).toBe(winner);
    expect(answer).toBe(winner);
  },
);
