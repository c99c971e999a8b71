import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { range, toIntegers } from "../enumerations.ts";

export const treeChangeOneEdgeDiameter = bruteForce<{
  N: number;
  edges: [number, number][];
  minimize_or_maximize: string;
  gold_answer: number;
  reference_answer: string;
}>(
  "TreeChangeOneEdgeDiameter",
  [4, 6, 7].map((N) => ({ N })),
  ({ N, edges, minimize_or_maximize, gold_answer, reference_answer }, answer) => {
    /** Undefined if the result is no tree: then it does not hang together. */
    const diameter = (removed: number, added: number[]) => {
      const changed = [...edges.toSpliced(removed, 1), added];
      const rows = distancesOf(N + 1, changed).slice(1);
      const largest = Math.max(...rows.flatMap((row) => row.slice(1)));
      return largest === Infinity ? undefined : largest;
    };
    const diameters = edges.flatMap((_, removed) =>
      range(1, N).flatMap((u) => range(u + 1, N).flatMap((v) => diameter(removed, [u, v]) ?? [])),
    );
    const best = (minimize_or_maximize === "minimize" ? Math.min : Math.max)(...diameters);
    expect(gold_answer).toBe(best);
    for (const [u1, v1, u2, v2] of [reference_answer, answer].map(toIntegers)) {
      const removed = edges.findIndex((edge) => edge.includes(u1) && edge.includes(v1));
      expect(removed).toBeGreaterThanOrEqual(0);
      expect(diameter(removed, [u2, v2])).toBe(best);
    }
  },
);
