import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface TetrisAttack {
  A: number[];
  gold_answer: number;
  reference_answer: string;
}

export const tetrisAttack = bruteForce<TetrisAttack>(
  "TetrisAttack",
  [{ N: 2 }, { N: 3 }, { N: 4 }],
  ({ A, gold_answer, reference_answer }, answer) => {
    const vanish = (row: number[]): number[] => {
      const pair = row.findIndex((value, index) => value === row[index + 1]);
      return pair === -1 ? row : vanish(row.toSpliced(pair, 2));
    };
    const move = (row: number[], i: number) => vanish(row.with(i, row[i + 1]).with(i + 1, row[i]));

    // All rows that so many moves reach, until one of them is empty.
    let moves = 0;
    let reached = [A];
    const seen = new Set([A.join()]);
    for (; !reached.some(({ length }) => length === 0); moves++) {
      const next = reached.flatMap((row) => row.slice(1).map((_, i) => move(row, i)));
      reached = next.filter((row) => !seen.has(row.join()) && seen.add(row.join()));
    }
    expect(gold_answer).toBe(moves);
    for (const text of [answer, reference_answer]) {
      expect(toIntegers(text).length).toBe(moves);
      expect(toIntegers(text).reduce(move, A)).toEqual([]);
    }
  },
);
