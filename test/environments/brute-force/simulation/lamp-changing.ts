import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Instance {
  N: number;
  B: number[];
  T: number;
  K: number;
  reference_answer: string;
}

export const lampChanging = bruteForce<Instance>(
  "LampChanging",
  [{ MAX_N_T: 3 }, { MAX_N_T: 9 }, { MAX_N_T: 70 }],
  ({ N, B, T, K, reference_answer }, answer) => {
    let lamps = B;
    for (let time = 0; time < T; time++) {
      lamps = lamps.map((lamp, index) => (lamp === lamps[(index + 1) % N] ? 0 : 1));
    }
    expect(reference_answer).toBe(lamps[K - 1] === 1 ? "ON" : "OFF");
    expect(answer).toBe(reference_answer);
  },
);
