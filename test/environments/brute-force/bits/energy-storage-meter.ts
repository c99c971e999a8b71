import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Table {
  N: number;
  M: number;
  K: number;
  reference_answer: bigint;
}

export const energyStorageMeter = bruteForce<Table>(
  "EnergyStorageMeter",
  [{ MAX_N_M: 6 }, { MAX_N_M: 50 }],
  ({ N, M, K, reference_answer }, answer) => {
    let total = 0;
    for (const i of range(0, N - 1)) {
      for (const j of range(0, M - 1)) total += Math.max((i ^ j) - K, 0);
    }
    expect(reference_answer).toBe(BigInt(total));
    expect(answer).toBe(String(total));
  },
);
