import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const odlDistance = bruteForce<{ A: number[]; gold_answer: number[] }>(
  "ODLDistance",
  [{ N: 3 }, { N: 6 }],
  ({ A, gold_answer }, answer) => {
    const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23];
    // Breadth first from each element; the way leads through divisors and multiples of both.
    const nearest = A.map((start, i) => {
      let reached = new Set([start]);
      for (;;) {
        const j = A.findIndex((value, index) => index !== i && reached.has(value));
        if (j !== -1) return j;
        reached = new Set(
          [...reached]
            .flatMap((n) => primes.flatMap((p) => (n % p === 0 ? [n * p, n / p] : [n * p])))
            .filter((n) => n <= 600),
        );
      }
    });
    expect(gold_answer).toEqual(nearest);
    expect(answer).toBe(nearest.join(" "));
  },
);
