import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const individualSumBoundedSequenceCounting = bruteForce<{
  N: number;
  K: number;
  M: number;
  MOD: number;
  reference_answer: number;
}>(
  "IndividualSumBounded_SequenceCounting",
  [{ MAX_N: 8 }],
  ({ N, K, M, MOD, reference_answer }, answer) => {
    const tails = [...sequences(range(1, M), K - 1)];
    const sums = tails.flatMap((tail) =>
      range(1, N).map((first) => tail.reduce((sum, x) => sum + x, first)),
    );
    const count = sums.filter((sum) => sum <= N).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
