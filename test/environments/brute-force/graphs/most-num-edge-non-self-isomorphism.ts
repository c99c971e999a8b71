import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

/** The sizes of the smallest asymmetric trees: one vertex, then from seven on, as often as listed. */
const ASYMMETRIC_TREES = [1, 7, 8, 9, 9, 9];

/** The most trees that fit into so many vertices, of which those left over enlarge one. */
function mostTrees(vertices: number, sizes: readonly number[]): number {
  const [size, ...rest] = sizes;
  if (size === undefined || size > vertices) return 0;
  return Math.max(mostTrees(vertices, rest), 1 + mostTrees(vertices - size, rest));
}

export const mostNumEdgeNonSelfIsomorphism = bruteForce<{ N: number; reference_answer: number }>(
  "MostNumEdge_NonSelfIsomorphism",
  [{ MAX_N: 7 }, { MAX_N: 24 }],
  ({ N, reference_answer }, answer) => {
    const forest = N - mostTrees(N, ASYMMETRIC_TREES);
    // Six vertices have asymmetric graphs only from six edges on.
    const fewest = N === 6 ? 6 : forest;
    expect(reference_answer).toBe((N * (N - 1)) / 2 - fewest);
    expect(Number(answer)).toBe(reference_answer);
  },
);
