import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const boundedMeanSubarrayCounting = bruteForce<{
  A: number[];
  K: number;
  reference_answer: number;
}>("BoundedMeanSubarrayCounting", [{ N: 5 }, { N: 12 }], ({ A, K, reference_answer }, answer) => {
  const subarrays = range(0, A.length - 1).flatMap((i) =>
    range(i + 1, A.length).map((j) => A.slice(i, j)),
  );
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const count = subarrays.filter((values) => mean(values) >= K).length;
  expect(reference_answer).toBe(count);
  expect(answer).toBe(String(count));
});
