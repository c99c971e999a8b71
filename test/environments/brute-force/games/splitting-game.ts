import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { isWon } from "../positions.ts";

function movesFrom(beans: readonly number[]): number[][] {
  const N = beans.length;
  return range(0, N - 1).flatMap((i) =>
    beans[i] === 0
      ? []
      : range(i + 1, N - 1).flatMap((j) =>
          range(j, N - 1).map((k) => {
            const next = beans.with(i, beans[i] - 1);
            next[j]++;
            next[k]++;
            return next;
          }),
        ),
  );
}

export const splittingGame = bruteForce<{ P: number[]; reference_answer: string }>(
  "SplittingGame",
  [{ N: 3 }],
  ({ P, reference_answer }, answer) => {
    const winner = isWon(P, movesFrom) ? "Alice" : "Bob";
    expect(reference_answer).toBe(winner);
    expect(answer).toBe(winner);
  },
);
