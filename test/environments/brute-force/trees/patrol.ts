import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { multisets, range } from "../enumerations.ts";

export const patrol = bruteForce<{
  N: number;
  edges: [number, number][];
  K: number;
  reference_answer: number;
}>(
  "Patrol",
  [4, 5, 6].map((N) => ({ N })),
  ({ N, edges, K, reference_answer }, answer) => {
    const pairs = range(1, N).flatMap((u) => range(u, N).map((v) => [u, v]));
    let least = Infinity;
    // A closed walk passes each edge so often that every vertex has an even number of passages; more
    // than twice is never needed.
    for (const added of multisets(pairs, K)) {
      for (let twice = 0; twice < 2 ** edges.length; twice++) {
        const doubled = edges.filter((_, index) => (twice >> index) & 1);
        const passages = [...edges, ...doubled, ...added];
        if (passages.length >= least) continue;
        const isEven = range(1, N).every(
          (vertex) => passages.flat().filter((end) => end === vertex).length % 2 === 0,
        );
        if (isEven) least = passages.length;
      }
    }
    expect(reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
