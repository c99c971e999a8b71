import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, subsets, toIntegers } from "../enumerations.ts";

export const valueDiminishingSelection = bruteForce<{
  N: number;
  W: number[];
  R: number[];
  gold_answer: number;
}>("ValueDiminishingSelection", [{ N: 3 }, { N: 5 }], ({ N, W, R, gold_answer }, answer) => {
  const gainOf = (chosen: readonly number[]) =>
    chosen.reduce(
      (sum, item, place) =>
        sum + W[item] - chosen.slice(0, place).reduce((loss, before) => loss + R[before], 0),
      0,
    );
  let best = 0;
  for (const items of subsets(range(0, N - 1))) {
    for (const chosen of permutations(items)) best = Math.max(best, gainOf(chosen));
  }
  expect(gold_answer).toBe(best);
  expect(gainOf(toIntegers(answer))).toBe(best);
});
