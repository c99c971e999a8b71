import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

interface Instance {
  N: number;
  A: string[];
  B: string[];
  reference_answer: string;
}

export const pcpPermutation = bruteForce<Instance>(
  "PCPPermutation",
  [
    { N: 2, average_length: 1 },
    { N: 4, average_length: 2.5 },
    { N: 5, average_length: 4 },
  ],
  ({ N, A, B, reference_answer }, answer) => {
    const spell = (parts: string[], order: number[]) => order.map((pair) => parts[pair]).join("");
    const right = [...permutations(range(0, N - 1))]
      .filter((order) => spell(A, order) === spell(B, order))
      .map((order) => order.join(" "));
    expect(right).toContain(reference_answer);
    expect(right).toContain(answer);
  },
);
