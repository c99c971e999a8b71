import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const divisorFlipExpectation = bruteForce<{
  N: number;
  K: number;
  state: (number | null)[];
  reference_answer: number;
}>(
  "DivisorFlipExpectation",
  [3, 4, 5].map((N) => ({ N })),
  ({ N, K, state, reference_answer }, answer) => {
    const press = (lights: number, i: number) =>
      range(1, N)
        .filter((d) => i % d === 0)
        .reduce((after, d) => after ^ (1 << d), lights);
    // The fewest presses for each state, by all sets of switches.
    const fewest = new Map<number, number>();
    for (const switches of subsets(range(1, N))) {
      const lights = switches.reduce(press, 0);
      fewest.set(lights, Math.min(switches.length, fewest.get(lights) ?? N));
    }
    // Expected presses of all states by repeated play, exact enough to round E · N!.
    const after = [...fewest.keys()].map((lights) => range(1, N).map((i) => press(lights, i)));
    const expectedOf = new Map([...fewest.keys()].map((lights) => [lights, 0]));
    for (const _ of range(1, 3_000)) {
      for (const [index, [lights, needed]] of [...fewest].entries()) {
        let sum = 0;
        for (const next of after[index]) sum += expectedOf.get(next) ?? 0;
        expectedOf.set(lights, needed <= K ? needed : 1 + sum / N);
      }
    }
    const start = state.reduce<number>(
      (lights, on, d) => (on === 1 ? lights | (1 << d) : lights),
      0,
    );
    const factorial = range(1, N).reduce((product, i) => product * i, 1);
    const expected = Math.round((expectedOf.get(start) ?? 0) * factorial);
    expect(reference_answer).toBe(expected);
    expect(answer).toBe(String(expected));
  },
);
