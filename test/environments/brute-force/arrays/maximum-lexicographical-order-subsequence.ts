import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets, toIntegers } from "../enumerations.ts";

interface MaximumLexicographicalOrderSubsequence {
  K: number;
  A: number[];
  gold_answer: number[];
  reference_answer: string;
}

export const maximumLexicographicalOrderSubsequence =
  bruteForce<MaximumLexicographicalOrderSubsequence>(
    "MaximumLexicographicalOrderSubsequence",
    [{ N: 3 }, { N: 6 }, { N: 9 }],
    ({ K, A, gold_answer, reference_answer }, answer) => {
      const isGreater = (a: number[], b: number[]) => {
        const differing = a.findIndex((value, place) => value !== b[place]);
        return differing !== -1 && a[differing] > b[differing];
      };
      const subsequences = [...subsets(A)].filter(({ length }) => length === K);
      const greatest = subsequences.reduce((best, other) =>
        isGreater(other, best) ? other : best,
      );
      expect(gold_answer).toEqual(greatest);
      expect(toIntegers(reference_answer)).toEqual(greatest);
      expect(toIntegers(answer)).toEqual(greatest);
    },
  );
