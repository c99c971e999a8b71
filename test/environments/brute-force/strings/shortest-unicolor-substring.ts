import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

const longestRun = (text: string) =>
  Math.max(...(text.match(/0+|1+/g) ?? []).map((run) => run.length));

interface Instance {
  N: number;
  S: string;
  K: number;
  gold_answer: number;
}

export const shortestUnicolorSubstring = bruteForce<Instance>(
  "ShortestUnicolorSubstring",
  [{ N: 3 }, { N: 6 }, { N: 10 }],
  ({ N, S, K, gold_answer }, answer) => {
    const isWithinK = (T: string) => [...T].filter((digit, at) => digit !== S[at]).length <= K;
    const reachable = [...sequences(["0", "1"], N)]
      .map((digits) => digits.join(""))
      .filter(isWithinK);
    expect(gold_answer).toBe(Math.min(...reachable.map(longestRun)));
    expect(reachable).toContain(answer);
    expect(longestRun(answer)).toBe(gold_answer);
  },
);
