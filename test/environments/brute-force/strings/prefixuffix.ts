import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const prefixuffix = bruteForce<{ N: number; S: string; reference_answer: number }>(
  "Prefixuffix",
  [{ N: 4 }, { N: 9 }, { N: 16 }],
  ({ N, S, reference_answer }, answer) => {
    const shiftsOf = (text: string) =>
      range(0, text.length).map((start) => text.slice(start) + text.slice(0, start));
    const fitting = range(0, Math.floor(N / 2)).filter((length) =>
      shiftsOf(S.slice(0, length)).includes(S.slice(N - length)),
    );
    expect(reference_answer).toBe(Math.max(...fitting));
    expect(answer).toBe(String(reference_answer));
  },
);
