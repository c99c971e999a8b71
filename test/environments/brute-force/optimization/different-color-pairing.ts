import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const differentColorPairing = bruteForce<{
  C: number[];
  reference_answer: string;
}>("DifferentColorPairing", [{ N: 6 }, { N: 14 }], ({ C, reference_answer }, answer) => {
  // Any division into pairs of different colors is right.
  for (const text of [reference_answer, answer]) {
    const pairs = text.split("\n").map(toIntegers);
    for (const pair of pairs) expect([pair.length, new Set(pair).size]).toEqual([2, 2]);
    const pearls = C.flatMap((count, index) => new Array<number>(count).fill(index + 1));
    expect(pairs.flat().sort((a, b) => a - b)).toEqual(pearls);
  }
});
