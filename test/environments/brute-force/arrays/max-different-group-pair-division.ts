import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, subsets, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

interface MaxDifferentGroupPairDivision {
  N: number;
  K: number;
  A: number[];
  gold_answer: number;
  reference_answer: string;
}

export const maxDifferentGroupPairDivision = bruteForce<MaxDifferentGroupPairDivision>(
  "MaxDifferentGroupPairDivision",
  [{ N: 4 }, { N: 5 }, { N: 6 }],
  ({ N, K, A, gold_answer, reference_answer }, answer) => {
    const earnings = (splits: number[]) => {
      // The blocks' first indices, and where the last of them ends.
      const borders = new Set([0, N]);
      let earned = 0;
      for (const split of splits) {
        const left = Math.max(...[...borders].filter((border) => border <= split));
        const right = Math.min(...[...borders].filter((border) => border > split));
        expect(borders.has(split + 1)).toBe(false);
        borders.add(split + 1);
        earned += total(A.slice(left, split + 1)) * total(A.slice(split + 1, right));
      }
      return earned;
    };
    let most = 0;
    for (const chosen of subsets(range(0, N - 2))) {
      if (chosen.length !== K) continue;
      for (const splits of permutations(chosen)) most = Math.max(most, earnings(splits));
    }
    expect(gold_answer).toBe(most);
    for (const text of [answer, reference_answer]) {
      expect(toIntegers(text).length).toBe(K);
      expect(earnings(toIntegers(text))).toBe(most);
    }
  },
);
