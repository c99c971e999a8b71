import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const digitLisCounting = bruteForce<{
  L: bigint;
  R: bigint;
  K: number;
  reference_answer: bigint;
}>("DigitLISCounting", [{ N: 2 }, { N: 3 }, { N: 4 }], ({ L, R, K, reference_answer }, answer) => {
  const longest = (n: number) => {
    const rising = [...subsets([...String(n)])].filter((some) =>
      some.every((digit, i) => i === 0 || some[i - 1] < digit),
    );
    return Math.max(...rising.map((some) => some.length));
  };
  const count = range(Number(L), Number(R)).filter((n) => longest(n) === K).length;
  expect(reference_answer).toBe(BigInt(count));
  expect(answer).toBe(String(count));
});
