import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { slicings, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  K: number;
  string: string;
  gold_answer: bigint;
}

const multiply = (parts: readonly (number | string)[]) =>
  parts.reduce((product, part) => product * BigInt(part), 1n);

export const maxMultSplit = bruteForce<Instance>(
  "MaxMultSplit",
  [
    { N: 2, K: 1 },
    { N: 6, K: 2 },
    { N: 9, K: 4 },
    { N: 9, K: 8 },
  ],
  ({ N, K, string, gold_answer }, answer) => {
    const products = [...slicings(N)]
      .filter((ends) => ends.length === K + 1)
      .map((ends) => multiply(ends.map((end, part) => string.slice(ends[part - 1] ?? 0, end))));
    expect(products).toContain(gold_answer);
    expect(products.filter((product) => product > gold_answer)).toEqual([]);
    const parts = toIntegers(answer);
    expect(parts).toHaveLength(K + 1);
    expect(parts.join("")).toBe(string);
    expect(multiply(parts)).toBe(gold_answer);
  },
);
