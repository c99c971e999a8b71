import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Instance {
  N: number;
  A: number;
  B: number;
  P: number;
  T: string;
  reference_answer: number;
}

export const kur = bruteForce<Instance>(
  "KUR",
  [
    { MAX_N: 8, MAX_M: 8 },
    { MAX_N: 40, MAX_M: 12 },
    { MAX_N: 500, MAX_M: 30 },
  ],
  ({ N, A, B, P, T, reference_answer }, answer) => {
    const positions = range(0, N - 1);
    const C = positions.map((i) => ((A * i + B) % N < P ? "0" : "1")).join("");
    const count = positions.filter((start) => C.startsWith(T, start)).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
