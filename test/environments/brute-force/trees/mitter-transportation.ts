import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const mitterTransportation = bruteForce<{
  N: number;
  parents: (number | null)[];
  A: bigint[];
  reference_answer: number;
}>(
  "MitterTransportation",
  [3, 6, 12].map((N) => ({ N })),
  ({ N, parents, A, reference_answer }, answer) => {
    // Each vertex in turn keeps its value, which decides those above it and then all others.
    const changes = range(0, N - 1).map((kept) => {
      const childrenOf = (vertex: number) =>
        range(0, N - 1).filter((child) => parents[child] === vertex);
      let [vertex, value] = [kept, A[kept]];
      for (let up = parents[vertex]; up != null; up = parents[vertex]) {
        value *= BigInt(childrenOf(up).length);
        vertex = up;
      }
      // Where a division leaves a rest, the value is a fraction, and no vertex has one.
      const changed = (at: number, [over, under]: [bigint, bigint]): number => {
        const children = childrenOf(at);
        const share: [bigint, bigint] = [over, under * BigInt(children.length)];
        return children.reduce(
          (sum, child) => sum + changed(child, share),
          A[at] * under === over ? 0 : 1,
        );
      };
      return changed(0, [value, 1n]);
    });
    const least = Math.min(...changes);
    expect(reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
