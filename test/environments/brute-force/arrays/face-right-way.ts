import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface FaceRightWay {
  N: number;
  A: number[];
  gold_answer: { K: number; M: number };
  reference_answer: string;
}

export const faceRightWay = bruteForce<FaceRightWay>(
  "FaceRightWay",
  [{ N: 4 }, { N: 6 }, { N: 8 }],
  ({ N, A, gold_answer, reference_answer }, answer) => {
    const flip = (bits: number[], [left, right]: number[]) =>
      bits.map((bit, index) => (left <= index + 1 && index + 1 <= right ? 1 - bit : bit));
    const isZeroedBy = (segments: number[][]) => !segments.reduce(flip, A).includes(1);

    const plans = range(1, N).flatMap((K) =>
      [...subsets(range(1, N - K + 1))]
        .filter((lefts) => isZeroedBy(lefts.map((left) => [left, left + K - 1])))
        .map((lefts) => ({ K, M: lefts.length })),
    );
    const [best] = plans.sort((a, b) => a.M - b.M || a.K - b.K);
    expect(gold_answer).toEqual(best);
    for (const text of [answer, reference_answer]) {
      const segments = text.split("\n").map(toIntegers);
      expect(isZeroedBy(segments)).toBe(true);
      expect(segments.length).toBe(best.M);
      for (const [left, right] of segments) expect(right - left + 1).toBe(best.K);
    }
  },
);
