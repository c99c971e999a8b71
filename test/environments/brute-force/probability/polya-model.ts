import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const polyaModel = bruteForce<{
  color2num: number[];
  D: number;
  events: [number, number][];
  gold_answer: { numerator: bigint; denominator: bigint };
}>(
  "PolyaModel",
  [{ MAX_T_N: 3 }, { MAX_T_N: 4 }],
  ({ color2num, D, events, gold_answer }, answer) => {
    const last = events[events.length - 1][0];
    /** The probability of all events from a step on, as a fraction. */
    const from = (step: number, balls: number[]): [bigint, bigint] => {
      if (step > last) return [1n, 1n];
      const all = balls.reduce((sum, count) => sum + count, 0);
      let [over, under] = [0n, 1n];
      for (const [colour, count] of balls.entries()) {
        if (events.some(([x, y]) => x === step && y !== colour + 1)) continue;
        const [p, q] = from(step + 1, balls.with(colour, count + D));
        [over, under] = [
          over * q * BigInt(all) + BigInt(count) * p * under,
          under * q * BigInt(all),
        ];
      }
      return [over, under];
    };
    const [p, q] = from(1, color2num);
    expect(gold_answer.numerator * q).toBe(gold_answer.denominator * p);
    expect(answer).toBe(`${gold_answer.numerator}/${gold_answer.denominator}`);
  },
);
