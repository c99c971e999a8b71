import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const cowDanceShow = bruteForce<{ d: number[]; K: number; reference_answer: number }>(
  "CowDanceShow",
  [{ N: 3 }, { N: 7 }, { N: 20 }],
  ({ d, K, reference_answer }, answer) => {
    // Minute by minute: who has finished leaves, who waits enters, and all on stage dance.
    const waiting = [...d];
    let stage = waiting.splice(0, K);
    let time = 0;
    for (; stage.length > 0; time++) {
      stage = stage.map((minutes) => minutes - 1).filter((minutes) => minutes > 0);
      stage.push(...waiting.splice(0, K - stage.length));
    }
    expect(reference_answer).toBe(time);
    expect(answer).toBe(String(time));
  },
);
