import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  customers: [number, number, number][];
  gold_answer: number;
  reference_answer: string;
}

export const myj = bruteForce<Instance>(
  "MYJ",
  [{ N: 1 }, { N: 3 }, { N: 4 }],
  ({ N, customers, gold_answer, reference_answer }, answer) => {
    const paid = (prices: readonly number[]) =>
      customers.reduce((sum, [a, b, c]) => {
        const least = Math.min(...prices.slice(a - 1, b));
        return least <= c ? sum + least : sum;
      }, 0);
    // A price between two budgets may as well be the higher one.
    const budgets = [...new Set(customers.map(([, , c]) => c))];
    const revenues = [...sequences(budgets, N)].map(paid);
    expect(gold_answer).toBe(Math.max(...revenues));
    for (const text of [reference_answer, answer]) {
      expect(toIntegers(text).length).toBe(N);
      expect(paid(toIntegers(text))).toBe(gold_answer);
    }
  },
);
