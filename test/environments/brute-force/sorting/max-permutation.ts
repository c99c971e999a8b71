import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

export const maxPermutation = bruteForce<{ N: number; array: string[]; gold: bigint }>(
  "MaxPermutation",
  [
    { N: 4, MAX_DIGIT_NUM: 3 },
    { N: 6, MAX_DIGIT_NUM: 2 },
  ],
  ({ N, array, gold }, answer) => {
    const read = (order: number[]) => Number(order.map((index) => array[index]).join(""));
    const most = Math.max(...[...permutations(range(0, N - 1))].map(read));
    expect(gold).toBe(BigInt(most));
    expect(read(toIntegers(answer))).toBe(most);
  },
);
