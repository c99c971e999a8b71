import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const fbiBinaryTree = bruteForce<{ N: number; string: string; reference_answer: string }>(
  "FBI_BinaryTree",
  [1, 2, 4].map((N) => ({ N })),
  ({ N, string, reference_answer }, answer) => {
    // Nodes level by level, put in postorder by where they end and how long they are.
    const nodes = range(0, N).flatMap((level) =>
      range(0, 2 ** (N - level) - 1).map((index) => {
        const part = string.slice(index * 2 ** level, (index + 1) * 2 ** level);
        const type = /^0*$/.test(part) ? "B" : /^1*$/.test(part) ? "I" : "F";
        return { type, end: (index + 1) * 2 ** level, length: part.length };
      }),
    );
    const postorder = nodes.sort((a, b) => a.end - b.end || a.length - b.length);
    const types = postorder.map(({ type }) => type).join("");
    expect(reference_answer).toBe(types);
    expect(answer).toBe(types);
  },
);
