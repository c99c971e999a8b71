import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

export const twoSetAllCoprimeCounting = bruteForce<{ set: number[]; reference_answer: bigint }>(
  "TwoSet_AllCoprime_Counting",
  [{ N: 6 }, { N: 10 }],
  ({ set, reference_answer }, answer) => {
    const isFine = (sides: string[]) =>
      range(0, set.length - 1).every((i) =>
        range(0, i).every(
          (j) =>
            sides[i] === "" ||
            sides[j] === "" ||
            sides[i] === sides[j] ||
            gcd(set[i], set[j]) === 1,
        ),
      );
    const count = [...sequences(["S", "T", ""], set.length)].filter(isFine).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
