import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const andOrSequenceCounting = bruteForce<{
  N: number;
  M: number;
  A: number[];
  reference_answer: bigint;
}>(
  "AndOr_Sequence_Counting",
  [
    { N: 2, M: 3 },
    { N: 3, M: 3 },
    { N: 4, M: 2 },
  ],
  ({ N, M, A, reference_answer }, answer) => {
    const isFine = (B: number[]) =>
      range(0, N - 2).every(
        (i) => (A[i] & B[i]) <= (A[i + 1] & B[i + 1]) && (A[i] | B[i]) >= (A[i + 1] | B[i + 1]),
      );
    const count = [...sequences(range(0, 2 ** M - 1), N)].filter(isFine).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
