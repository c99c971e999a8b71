import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { residueOf } from "../numbers.ts";

export const treeRandomWalkExpectation = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: number;
}>(
  "TreeRandomWalkExpectation",
  [3, 4, 6].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    const near = range(0, N - 1).map((u) =>
      edges.filter((edge) => edge.includes(u)).map(([a, b]) => (a === u ? b : a)),
    );
    let total = 0;
    for (const target of range(0, N - 1)) {
      // Expected steps by repeated play; sums of hitting times in a tree are integers.
      let steps = new Array<number>(N).fill(0);
      for (const _ of range(1, 5_000)) {
        steps = steps.map((_, u) => {
          const sum = near[u].reduce((before, v) => before + steps[v], 0);
          return u === target ? 0 : 1 + sum / near[u].length;
        });
      }
      total += steps.reduce((sum, value) => sum + value, 0);
    }
    const expected = residueOf(BigInt(Math.round(total)), BigInt(N * N), 998_244_353);
    expect(reference_answer).toBe(expected);
    expect(answer).toBe(String(expected));
  },
);
