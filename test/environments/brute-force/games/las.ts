import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const las = bruteForce<{ N: number; A: number[]; reference_answer: string }>(
  "LAS",
  [{ N: 3 }, { N: 5 }, { N: 12 }],
  ({ N, A, reference_answer }, answer) => {
    for (const foods of [reference_answer, answer].map(toIntegers)) {
      expect(foods.length).toBe(N);
      const calories = (choice: number[], person: number) =>
        A[choice[person] - 1] / choice.filter((food) => food === choice[person]).length;
      for (const [person, food] of foods.entries()) {
        const inReach = [person + 1, person + 1 < N ? person + 2 : 1];
        expect(inReach).toContain(food);
        for (const other of inReach) {
          const changed = calories(foods.with(person, other), person);
          expect(changed).toBeLessThanOrEqual(calories(foods, person));
        }
      }
    }
  },
);
