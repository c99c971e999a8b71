import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const capitalCityEffect = bruteForce<{ L: number; R: number; reference_answer: number }>(
  "CapitalCityEffect",
  [{ MAX_R: 60 }, { MAX_R: 12_500 }],
  ({ L, R, reference_answer }, answer) => {
    const scores = range(L, R).map((x) =>
      (String(x).match(/(.)\1*/g) ?? []).reduce(
        (sum, run) => sum + Number(run[0]) * run.length ** 2,
        0,
      ),
    );
    const total = scores.reduce((sum, score) => sum + score, 0);
    expect(reference_answer).toBe(total);
    expect(answer).toBe(String(total));
  },
);
