import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const segmentTreeSortingCounting = bruteForce<{
  N: number;
  A: number[];
  reference_answer: bigint;
}>("SegmentTreeSortingCounting", [{ N: 2 }, { N: 3 }], ({ N, A, reference_answer }, answer) => {
  const swap = (array: number[], size: number, a: number, b: number) => {
    const blocks = range(0, array.length / size - 1).map((i) =>
      array.slice(i * size, (i + 1) * size),
    );
    return blocks.with(a, blocks[b]).with(b, blocks[a]).flat();
  };
  const isSorted = (array: number[]) => array.every((value, i) => value === i + 1);
  const countFrom = (array: number[], types: number[]): number => {
    let found = isSorted(array) ? 1 : 0;
    for (const type of types) {
      const size = 2 ** (type - 1);
      for (const b of range(1, array.length / size - 1)) {
        for (const a of range(0, b - 1)) {
          found += countFrom(
            swap(array, size, a, b),
            types.filter((other) => other !== type),
          );
        }
      }
    }
    return found;
  };
  const count = countFrom(A, range(1, N));
  expect(reference_answer).toBe(BigInt(count));
  expect(answer).toBe(String(count));
});
