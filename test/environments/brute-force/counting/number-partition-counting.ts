import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** The non-decreasing sums, found one by one. */
function countSums(N: number, K: number, least: number): number {
  if (K === 1) return N >= least ? 1 : 0;
  return range(least, N).reduce((count, first) => count + countSums(N - first, K - 1, first), 0);
}

export const numberPartitionCounting = bruteForce<{
  N: number;
  K: number;
  reference_answer: bigint;
}>("NumberPartitionCounting", [{ MAX_N: 12 }, { MAX_N: 18 }], (instance, answer) => {
  const count = countSums(instance.N, instance.K, 1);
  expect(instance.reference_answer).toBe(BigInt(count));
  expect(answer).toBe(String(count));
});
