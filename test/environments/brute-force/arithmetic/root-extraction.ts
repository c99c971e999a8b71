import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const rootExtraction = bruteForce<{ N: number; K: number; reference_answer: number }>(
  "RootExtraction",
  [
    { MAX_N: 3, MAX_K: 2 },
    { MAX_N: 100, MAX_K: 8 },
  ],
  ({ N, K, reference_answer }, answer) => {
    // Half a unit of the last place below the root has a power below N, half above has one above.
    const power = (halves: number) => BigInt(halves) ** BigInt(K);
    const target = BigInt(N) * 200_000n ** BigInt(K);
    for (const root of [reference_answer, Number(answer)]) {
      const units = Math.round(root * 100_000);
      expect(Math.abs(root - units / 100_000)).toBeLessThan(1e-9);
      expect(power(2 * units - 1) <= target && target <= power(2 * units + 1)).toBe(true);
    }
  },
);
