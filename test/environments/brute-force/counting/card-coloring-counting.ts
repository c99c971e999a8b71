import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

export const cardColoringCounting = bruteForce<{
  N: number;
  R: number;
  G: number;
  B: number;
  shuffling_methods: number[][];
  reference_answer: bigint;
}>(
  "CardColoringCounting",
  [
    { N: 4, K: 0 },
    { N: 5, K: 1 },
    { N: 6, K: 2 },
    { N: 5, K: 3 },
  ],
  ({ N, R, G, B, shuffling_methods, reference_answer }, answer) => {
    const counts = (text: string[]) =>
      ["R", "G", "B"].map((c) => text.filter((x) => x === c).length);
    const colourings = [...sequences(["R", "G", "B"], N)].filter(
      (text) => counts(text).join() === [R, G, B].join(),
    );
    /** All colourings reached from one, the least of which stands for the class. */
    const classOf = (start: string[]) => {
      const reached = new Set([start.join("")]);
      for (const text of reached) {
        for (const shuffle of shuffling_methods) {
          const moved = [...text];
          for (const [i, x] of shuffle.entries()) moved[x - 1] = text[i];
          reached.add(moved.join(""));
        }
      }
      return [...reached].sort()[0];
    };
    const count = new Set(colourings.map(classOf)).size;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
