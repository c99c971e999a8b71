import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const visibleLine = bruteForce<{
  N: number;
  lines: [number, number][];
  gold_answer: number[];
}>(
  "VisibleLine",
  [3, 5, 9].map((N) => ({ N })),
  ({ N, lines, gold_answer }, answer) => {
    // Lines change places only where two meet: between these points, and beyond, one is on top.
    const meetings = lines
      .flatMap(([a, b]) => lines.flatMap(([c, d]) => (a === c ? [] : [(d - b) / (a - c)])))
      .sort((x, y) => x - y)
      .filter((x, index, all) => index === 0 || x - all[index - 1] > 1e-9);
    const between = meetings.slice(1).map((x, index) => (x + meetings[index]) / 2);
    const places = [(meetings[0] ?? 0) - 1, ...between, (meetings.at(-1) ?? 0) + 1];
    const tops = places.map((x) => {
      const heights = lines.map(([a, b]) => a * x + b);
      return heights.indexOf(Math.max(...heights));
    });
    const visible = range(0, N - 1).filter((index) => tops.includes(index));
    expect(gold_answer).toEqual(visible);
    expect(toIntegers(answer).sort((a, b) => a - b)).toEqual(visible);
  },
);
