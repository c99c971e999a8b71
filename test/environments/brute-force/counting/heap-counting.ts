import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const heapCounting = bruteForce<{ N: number; P: number; reference_answer: number }>(
  "HeapCounting",
  [{ MAX_N: 7 }],
  ({ N, P, reference_answer }, answer) => {
    const isHeap = (p: number[]) => range(2, N).every((i) => p[i - 1] > p[Math.floor(i / 2) - 1]);
    const count = [...permutations(range(1, N))].filter(isHeap).length;
    expect(reference_answer).toBe(count % P);
    expect(answer).toBe(String(count % P));
  },
);
