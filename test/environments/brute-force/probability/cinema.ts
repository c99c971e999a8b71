import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

interface Seats {
  N: number;
  K: number;
  gold_answer: [bigint, bigint];
  reference_answer: string;
}

function isEverybodySeated(choices: readonly number[], K: number): boolean {
  const taken = new Set<number>();
  return choices.every((first) => {
    const seat = range(first, K).find((free) => !taken.has(free));
    if (seat !== undefined) taken.add(seat);
    return seat !== undefined;
  });
}

export const cinema = bruteForce<Seats>(
  "Cinema",
  [{ MAX_N_K: 4 }, { MAX_N_K: 5 }],
  ({ N, K, gold_answer, reference_answer }, answer) => {
    const outcomes = [...sequences(range(1, K), N)];
    const seated = outcomes.filter((choices) => isEverybodySeated(choices, K)).length;
    const divisor = gcd(seated, outcomes.length);
    const lowest = [seated / divisor, outcomes.length / divisor];
    expect(gold_answer).toEqual(lowest.map(BigInt));
    expect(reference_answer).toBe(lowest.join(" "));
    expect(answer).toBe(lowest.join(" "));
  },
);
