import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const minInorderBinaryTree = bruteForce<{
  N: number;
  edges: [number, number][];
  gold_answer: number[];
}>(
  "MinInorderBinaryTree",
  [4, 6, 8].map((N) => ({ N })),
  ({ N, edges, gold_answer }, answer) => {
    /** The inorder sequences of all binary trees that hang from a vertex, away from its parent. */
    const inorders = (vertex: number, parent: number): number[][] => {
      const children = edges
        .filter((edge) => edge.includes(vertex))
        .map(([u, v]) => (u === vertex ? v : u))
        .filter((neighbour) => neighbour !== parent);
      const [first = [[]], second = [[]], ...more] = children.map((child) =>
        inorders(child, vertex),
      );
      if (more.length > 0) return [];
      return first.flatMap((a) =>
        second.flatMap((b) => [
          [...a, vertex, ...b],
          [...b, vertex, ...a],
        ]),
      );
    };
    const [least] = range(1, N)
      .flatMap((root) => inorders(root, 0))
      .sort((a, b) => {
        const place = a.findIndex((label, index) => label !== b[index]);
        return place === -1 ? 0 : a[place] - b[place];
      });
    expect(gold_answer).toEqual(least);
    expect(answer).toBe(least.join(" "));
  },
);
