import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

/** The lead of the player to move, by trying every move. */
function leadOf(piles: readonly number[], known: Map<string, number>): number {
  const key = piles.join(" ");
  const settled = known.get(key);
  if (settled !== undefined) return settled;
  const leads = piles.flatMap((size, pile) =>
    size > 0 && (piles[pile - 1] === 0 || piles[pile + 1] === 0)
      ? [size - leadOf(piles.with(pile, 0), known)]
      : [],
  );
  const lead = leads.length === 0 ? 0 : Math.max(...leads);
  known.set(key, lead);
  return lead;
}

export const stoneIntervalsGame = bruteForce<{ A: number[]; reference_answer: number }>(
  "StoneIntervalsGame",
  [{ N: 3 }, { N: 6 }, { N: 8 }, { N: 10 }],
  ({ A, reference_answer }, answer) => {
    const total = (A.reduce((sum, size) => sum + size) + leadOf(A, new Map())) / 2;
    expect(reference_answer).toBe(total);
    expect(answer).toBe(String(total));
  },
);
