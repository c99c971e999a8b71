import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Fibtrain {
  MAX_A_B: number;
  N: number;
  A: number;
  M: bigint;
  X: number;
  reference_answer: bigint;
}

/** The passengers on the train as it leaves each station, from station 1 on. */
function travel(N: number, A: number, B: number): number[] {
  const [boarding, alighting, aboard] = [
    [A, B],
    [0, B],
    [A, A],
  ];
  for (let station = 3; station < N; station++) {
    boarding.push(boarding[station - 2] + boarding[station - 3]);
    alighting.push(boarding[station - 2]);
    aboard.push(aboard[station - 2] + boarding[station - 1] - alighting[station - 1]);
  }
  return aboard;
}

export const fibtrain = bruteForce<Fibtrain>(
  "Fibtrain",
  [
    { MAX_N: 5, MAX_A_B: 20 },
    { MAX_N: 12, MAX_A_B: 9 },
  ],
  ({ MAX_A_B, N, A, M, X, reference_answer }, answer) => {
    const journeys = range(1, 2 * MAX_A_B)
      .map((B) => travel(N, A, B))
      .filter((aboard) => BigInt(aboard[N - 2]) === M);
    expect(journeys).toHaveLength(1);
    expect(reference_answer).toBe(BigInt(journeys[0][X - 1]));
    expect(answer).toBe(String(journeys[0][X - 1]));
  },
);
