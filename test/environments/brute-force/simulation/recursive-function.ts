import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

/** The three rules, with each value computed once. */
function valuesOf() {
  const known = new Map<string, bigint>();
  return function f(m: bigint, n: bigint): bigint {
    const key = `${m} ${n}`;
    let value = known.get(key);
    if (value === undefined) {
      const h = m / 2n;
      if (m === 0n) value = n + 1n;
      else if (n === 0n) value = f(m - 1n, 1n);
      else value = f(h, f(h, n / 2n)) + f(h, f(h, n - 1n));
      known.set(key, value);
    }
    return value;
  };
}

export const recursiveFunction = bruteForce<{ M: number; N: number; reference_answer: bigint }>(
  "RecursiveFunction",
  [{ MAX_M_N: 1 }, { MAX_M_N: 8 }, { MAX_M_N: 60 }],
  ({ M, N, reference_answer }, answer) => {
    expect(reference_answer).toBe(valuesOf()(BigInt(M), BigInt(N)));
    expect(answer).toBe(String(reference_answer));
  },
);
