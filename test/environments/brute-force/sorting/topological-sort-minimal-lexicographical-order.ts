import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface TopologicalSort {
  N: number;
  before_conditions: [number, number][];
  gold_answer: number[];
}

export const topologicalSortMinimalLexicographicalOrder = bruteForce<TopologicalSort>(
  "TopologicalSort_MinimalLexicographicalOrder",
  [{ N: 3 }, { N: 5 }, { N: 6 }],
  ({ N, before_conditions, gold_answer }, answer) => {
    const placesOf = (order: number[]) => range(0, N - 1).map((task) => order.indexOf(task));
    const best = [...permutations(range(0, N - 1))]
      .filter((order) => before_conditions.every(([a, b]) => order.indexOf(a) < order.indexOf(b)))
      // Places are single digits, so their texts compare as they do, task by task.
      .sort((one, other) => (placesOf(one).join("") < placesOf(other).join("") ? -1 : 1))[0];
    expect(gold_answer).toEqual(best);
    expect(toIntegers(answer)).toEqual(best);
  },
);
