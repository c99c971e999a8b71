import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** The lead of the player to move by trying every subset of the numbers left, a bit mask. */
function leadOf(left: number, numbers: readonly number[], known: Map<number, number>): number {
  const settled = known.get(left);
  if (settled !== undefined) return settled;
  const leads = range(1, left)
    .filter((taken) => (taken & ~left) === 0)
    .map((taken) => {
      const least = Math.min(...numbers.filter((_, index) => (taken & (1 << index)) !== 0));
      return least - leadOf(left & ~taken, numbers, known);
    });
  const lead = left === 0 ? 0 : Math.max(...leads);
  known.set(left, lead);
  return lead;
}

export const graMinimaGame = bruteForce<{ A: number[]; reference_answer: number }>(
  "GraMinimaGame",
  [{ N: 1 }, { N: 3 }, { N: 6 }],
  ({ A, reference_answer }, answer) => {
    const lead = leadOf(2 ** A.length - 1, A, new Map());
    expect(reference_answer).toBe(lead);
    expect(answer).toBe(String(lead));
  },
);
