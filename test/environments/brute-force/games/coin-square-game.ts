import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** The lead of the player to move, by trying every move. */
function leadOf(coins: readonly number[], limit: number): number {
  if (coins.length === 0) return 0;
  return Math.max(
    ...range(1, Math.min(limit, coins.length)).map((count) => {
      const taken = coins.slice(0, count).reduce((sum, coin) => sum + coin);
      return taken - leadOf(coins.slice(count), 2 * count);
    }),
  );
}

export const coinSquareGame = bruteForce<{ C: number[]; reference_answer: number }>(
  "CoinSquareGame",
  [{ N: 5 }, { N: 6 }, { N: 10 }],
  ({ C, reference_answer }, answer) => {
    const total = (C.reduce((sum, coin) => sum + coin) + leadOf(C, 2)) / 2;
    expect(reference_answer).toBe(total);
    expect(answer).toBe(String(total));
  },
);
