import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const sccSequenceCounting = bruteForce<{ N: number; MOD: number; gold_answer: number[] }>(
  "SCC_Sequence_Counting",
  [{ N: 3 }],
  ({ N, MOD, gold_answer }, answer) => {
    const edges = range(0, N - 1).flatMap((u) =>
      range(0, N - 1)
        .filter((v) => v !== u)
        .map((v) => [u, v]),
    );
    const countComponents = (some: number[][]) => {
      const reaches = range(0, N - 1).map((u) => {
        const reached = new Set([u]);
        for (const _ of some) for (const [a, b] of some) if (reached.has(a)) reached.add(b);
        return reached;
      });
      const classes = reaches.map((reached, u) => [...reached].filter((v) => reaches[v].has(u)));
      return new Set(classes.map((members) => Math.min(...members))).size;
    };
    const sequences = [...permutations(edges)].map((order) =>
      order.map((_, index) => countComponents(order.slice(0, index + 1))),
    );
    const counts = edges.map(
      (_, index) => new Set(sequences.map((list) => list.slice(0, index + 1).join(" "))).size % MOD,
    );
    expect(gold_answer).toEqual(counts);
    expect(answer).toBe(counts.join(" "));
  },
);
