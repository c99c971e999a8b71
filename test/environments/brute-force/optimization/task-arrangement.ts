import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, slicings, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  S: number;
  T: number[];
  F: number[];
  reference_answer: string;
  reference_answer_cost: number;
}

export const taskArrangement = bruteForce<Instance>(
  "TaskArrangement",
  [{ N: 4 }, { N: 9 }],
  ({ N, S, T, F, reference_answer, reference_answer_cost }, answer) => {
    const costWith = (ends: readonly number[]) => {
      let [time, cost] = [0, 0];
      for (const [batch, end] of ends.entries()) {
        const tasks = range(ends[batch - 1] ?? 0, end - 1);
        time += S + tasks.reduce((sum, task) => sum + T[task], 0);
        cost += tasks.reduce((sum, task) => sum + F[task] * time, 0);
      }
      return cost;
    };
    const least = Math.min(...[...slicings(N)].map(costWith));
    expect(reference_answer_cost).toBe(least);
    expect(costWith(toIntegers(reference_answer))).toBe(least);
    expect(costWith(toIntegers(answer))).toBe(least);
  },
);
