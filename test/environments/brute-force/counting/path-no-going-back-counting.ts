import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const pathNoGoingBackCounting = bruteForce<{
  N: number;
  edges: [number, number][];
  T: bigint;
  reference_answer: number;
}>(
  "Path_NoGoingBack_Counting",
  [{ MAX_M: 3 }, { MAX_M: 5 }],
  ({ N, edges, T, reference_answer }, answer) => {
    // Step by step, by the last two vertices of the walk.
    const arcs = edges.flatMap(([u, v]) => [
      [u, v],
      [v, u],
    ]);
    let walks = arcs.map(([from, to]) => ({ from, to, count: from === 0 ? 1 : 0 }));
    for (let step = 1n; step < T; step++) {
      walks = walks.map(({ from, to }) => {
        const before = walks.filter((walk) => walk.to === from && walk.from !== to);
        const count = before.reduce((sum, walk) => sum + walk.count, 0) % 10_000;
        return { from, to, count };
      });
    }
    const ended = walks.filter(({ to }) => to === N - 1);
    const count = ended.reduce((sum, walk) => sum + walk.count, 0) % 10_000;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
