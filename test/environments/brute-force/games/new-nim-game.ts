import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";
import { isWon } from "../positions.ts";

function movesFrom(heaps: readonly number[]): number[][] {
  return heaps.flatMap((size, heap) => range(0, size - 1).map((left) => heaps.with(heap, left)));
}

export const newNimGame = bruteForce<{ N: number; A: number[]; gold_answer: number }>(
  "NewNimGame",
  [{ N: 3 }, { N: 4 }],
  ({ N, A, gold_answer }, answer) => {
    const known = new Map<string, boolean>();
    const sizes = (heaps: number[]) => heaps.map((heap) => A[heap - 1]);
    const total = (heaps: number[]) => sizes(heaps).reduce((sum, size) => sum + size, 0);
    const isSurelyWon = (removed: number[]) =>
      [...subsets(range(1, N).filter((heap) => !removed.includes(heap)))]
        .filter((left) => left.length > 0)
        .every((left) => isWon(sizes(left), movesFrom, known));
    const winning = [...subsets(range(1, N))].filter(
      (removed) => removed.length < N && isSurelyWon(removed),
    );
    expect(gold_answer).toBe(Math.min(...winning.map(total)));
    const answered = toIntegers(answer);
    expect(winning).toContainEqual(answered);
    expect(total(answered)).toBe(gold_answer);
  },
);
