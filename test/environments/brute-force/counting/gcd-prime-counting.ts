import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

const isPrime = (n: number) => n > 1 && range(2, n - 1).every((d) => n % d !== 0);

export const gcdPrimeCounting = bruteForce<{ N: number; M: number; reference_answer: number }>(
  "GCDPrime_Counting",
  [{ MAX_N_M: 60 }],
  ({ N, M, reference_answer }, answer) => {
    const pairs = range(1, N).flatMap((x) => range(1, M).map((y) => gcd(x, y)));
    const count = pairs.filter(isPrime).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
