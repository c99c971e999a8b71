import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Tournament {
  TO: boolean[][];
  S: number;
  gold_answer: number;
  reference_answer: string;
}

export const tournamentLongestPath = bruteForce<Tournament>(
  "Tournament_LongestPath",
  [{ N: 5 }, { N: 7 }],
  ({ TO, S, gold_answer, reference_answer }, answer) => {
    const longest = (path: number[]): number =>
      Math.max(
        path.length,
        ...[...TO.keys()]
          .filter((to) => TO[path[path.length - 1]][to] && !path.includes(to))
          .map((to) => longest([...path, to])),
      );
    expect(gold_answer).toBe(longest([S]));
    for (const path of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(path[0]).toBe(S);
      expect(new Set(path).size).toBe(path.length);
      expect(path.slice(1).every((to, step) => TO[path[step]][to])).toBe(true);
      expect(path).toHaveLength(gold_answer);
    }
  },
);
