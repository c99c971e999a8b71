import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  rounds: [number, number][];
  K: number;
  reference_answer: string;
}

export const kosDicing = bruteForce<Instance>(
  "KosDicing",
  [
    { N: 3, M: 4 },
    { N: 9, M: 17 },
  ],
  ({ N, rounds, K, reference_answer }, answer) => {
    // Any results with that maximum are right.
    for (const text of [reference_answer, answer]) {
      const winners = toIntegers(text);
      expect(winners.map((winner, round) => rounds[round].includes(winner))).toEqual(
        rounds.map(() => true),
      );
      const wins = range(0, N - 1).map(
        (player) => winners.filter((winner) => winner === player).length,
      );
      expect(Math.max(...wins)).toBe(K);
    }
  },
);
