import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface Sources {
  N: number;
  A: number[];
  C: number[];
  gold_answer: number;
}

export const minConversionToCycleCost = bruteForce<Sources>(
  "MinConversionToCycleCost",
  [{ N: 3 }, { N: 5 }, { N: 6 }],
  ({ N, A, C, gold_answer }, answer) => {
    const price = (sources: readonly number[]) =>
      C.reduce((sum, cost, vertex) => sum + (sources[vertex] === A[vertex] ? 0 : cost), 0);
    const cycles = [...permutations(range(1, N - 1))].map((rest) => {
      const cycle = [0, ...rest];
      return range(0, N - 1).map((vertex) => cycle[(cycle.indexOf(vertex) + N - 1) % N]);
    });
    expect(gold_answer).toBe(Math.min(...cycles.map(price)));
    expect(cycles).toContainEqual(toIntegers(answer));
    expect(price(toIntegers(answer))).toBe(gold_answer);
  },
);
