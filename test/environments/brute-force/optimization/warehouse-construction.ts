import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  D: number[];
  P: number[];
  C: number[];
  gold_answer: number;
}

export const warehouseConstruction = bruteForce<Instance>(
  "WarehouseConstruction",
  [{ N: 4 }, { N: 9 }],
  ({ N, D, P, C, gold_answer }, answer) => {
    const costWith = (built: readonly number[]) => {
      const transport = P.map((products, i) => {
        if (products === 0) return 0;
        const below = built.filter((warehouse) => warehouse >= i);
        return products * (D[Math.min(...below)] - D[i]);
      });
      return (
        built.reduce((sum, i) => sum + C[i], 0) + transport.reduce((sum, value) => sum + value, 0)
      );
    };
    const costs = [...subsets(range(0, N - 1))].map(costWith).filter((cost) => !Number.isNaN(cost));
    expect(gold_answer).toBe(Math.min(...costs));
    expect(costWith(toIntegers(answer))).toBe(gold_answer);
  },
);
