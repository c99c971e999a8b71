import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

interface Instance {
  N: number;
  C: number[];
  D: number;
  S: number;
  gold_answer: number[];
}

export const boxScheduling = bruteForce<Instance>(
  "BoxScheduling",
  [{ MAX_N: 4 }, { MAX_N: 6 }],
  ({ N, C, D, S, gold_answer }, answer) => {
    /** The positions of the least X for some Y, undefined if there is none. */
    const place = (Y: readonly number[], taken: readonly number[]): number[] | undefined => {
      const box = taken.length - 1;
      if (box === C.length) return taken.slice(1);
      for (const x of range(0, N - 1)) {
        const position = (C[box] + D * x + Y[box]) % N;
        if (taken.includes(position)) continue;
        const all = place(Y, [...taken, position]);
        if (all !== undefined) return all;
      }
      return undefined;
    };
    for (const Y of sequences(range(0, N - 1), N - 1)) {
      const positions = place(Y, [S]);
      if (positions === undefined) continue;
      expect(gold_answer).toEqual(positions);
      expect(answer).toBe(positions.join(" "));
      return;
    }
    expect.unreachable("some arrangement is possible");
  },
);
