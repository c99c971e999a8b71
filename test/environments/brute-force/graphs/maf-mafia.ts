import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface Mafia {
  N: number;
  TO: number[];
  minimize_or_maximize: string;
  gold_answer: number;
}

export const mafMafia = bruteForce<Mafia>(
  "MafMafia",
  [{ N: 4 }, { N: 6 }],
  ({ N, TO, minimize_or_maximize, gold_answer }, answer) => {
    function killed(order: number[]): number {
      const dead = new Set<number>();
      for (const shooter of order) if (!dead.has(shooter)) dead.add(TO[shooter]);
      return dead.size;
    }
    const counts = [...permutations(range(0, N - 1))].map(killed);
    const choose = minimize_or_maximize === "minimize" ? Math.min : Math.max;
    expect(gold_answer).toBe(choose(...counts));
    expect(toIntegers(answer).toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
    expect(killed(toIntegers(answer))).toBe(gold_answer);
  },
);
