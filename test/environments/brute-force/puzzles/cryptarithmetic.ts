import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface Puzzle {
  N: number;
  digits: number[];
  addend_1: number[];
  addend_2: number[];
  sum_result: number[];
  reference_answer: string;
}

export const cryptarithmetic = bruteForce<Puzzle>(
  "Cryptarithmetic",
  [
    { N: 3, addend_length: 6 },
    { N: 5, addend_length: 8 },
  ],
  ({ N, digits, addend_1, addend_2, sum_result, reference_answer }, answer) => {
    const toNumber = (number: number[], values: number[]) =>
      number.reduceRight((sum, digit) => sum * N + values[digits.indexOf(digit)], 0);
    const right = [...permutations(range(0, N - 1))].filter(
      (values) =>
        toNumber(addend_1, values) + toNumber(addend_2, values) === toNumber(sum_result, values),
    );
    expect(right).toContainEqual(toIntegers(reference_answer));
    expect(right).toContainEqual(toIntegers(answer));
  },
);
