import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

export const minSumPreXor = bruteForce<{ P: number[]; gold_answer: number }>(
  "MinSumPreXor",
  [{ N: 3 }, { N: 4 }],
  ({ P, gold_answer }, answer) => {
    const sumOfPrefixes = (completed: number[]) => {
      let [prefix, sum] = [0, 0];
      for (const entry of completed) {
        prefix ^= entry;
        sum += prefix;
      }
      return sum;
    };
    const blanks = P.filter((entry) => entry === -1).length;
    // No bit that no entry has is worth setting.
    const values = range(0, 2 * 2 ** Math.floor(Math.log2(Math.max(1, ...P))) - 1);
    const best = Math.min(
      ...[...sequences(values, blanks)].map((filling) => {
        let next = 0;
        return sumOfPrefixes(P.map((entry) => (entry === -1 ? filling[next++] : entry)));
      }),
    );
    const completed = toIntegers(answer);
    expect(gold_answer).toBe(best);
    expect(sumOfPrefixes(completed)).toBe(best);
    expect(completed.map((entry, index) => (P[index] === -1 ? -1 : entry))).toEqual(P);
  },
);
