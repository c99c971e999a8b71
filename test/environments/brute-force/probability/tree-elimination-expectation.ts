import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { residueOf } from "../numbers.ts";

export const treeEliminationExpectation = bruteForce<{
  N: number;
  parents: [number, number][];
  reference_answer: number;
}>(
  "TreeElimination_Expectation",
  [3, 5, 6].map((N) => ({ N })),
  ({ N, parents, reference_answer }, answer) => {
    const parentOf = new Map(parents.map(([parent, child]) => [child, parent]));
    const colour = (coloured: number, vertex: number | undefined): number =>
      vertex === undefined ? coloured : colour(coloured | (1 << vertex), parentOf.get(vertex));
    /** Expected further steps, as a fraction. */
    const stepsFrom = (coloured: number): [bigint, bigint] => {
      const open = range(1, N).filter((vertex) => (coloured & (1 << vertex)) === 0);
      if (open.length === 0) return [0n, 1n];
      let [over, under] = [1n, 1n];
      for (const vertex of open) {
        const [p, q] = stepsFrom(colour(coloured, vertex));
        const size = BigInt(open.length);
        [over, under] = [over * q * size + p * under, under * q * size];
      }
      return [over, under];
    };
    const expected = residueOf(...stepsFrom(0), 1_000_000_007);
    expect(reference_answer).toBe(expected);
    expect(answer).toBe(String(expected));
  },
);
