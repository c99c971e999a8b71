import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const salesmanFatigue = bruteForce<{
  N: number;
  S: number[];
  A: number[];
  gold_answer: number[];
}>("SalesmanFatigue", [{ N: 3 }, { N: 7 }], ({ N, S, A, gold_answer }, answer) => {
  const best = new Array<number>(N).fill(0);
  for (const chosen of subsets(range(0, N - 1))) {
    if (chosen.length === 0) continue;
    const worth =
      chosen.reduce((sum, i) => sum + A[i], 0) + 2 * Math.max(...chosen.map((i) => S[i]));
    best[chosen.length - 1] = Math.max(best[chosen.length - 1], worth);
  }
  expect(gold_answer).toEqual(best);
  expect(answer).toBe(best.join(" "));
});
