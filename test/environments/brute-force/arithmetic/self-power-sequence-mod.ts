import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const selfPowerSequenceMod = bruteForce<{ MOD: number; reference_answer: number }>(
  "SelfPowerSequenceMOD",
  [{ MAX_MOD: 16 }, { MAX_MOD: 300 }],
  ({ MOD, reference_answer }, answer) => {
    // The remainders of 2^0, 2^1, … run into a cycle. The tower's exponent is huge, and known modulo
    // the cycle's length as it is a tower itself.
    const tower = (modulus: number): number => {
      const powers = [1 % modulus];
      for (;;) {
        const next = (2 * powers[powers.length - 1]) % modulus;
        const start = powers.indexOf(next);
        if (start === -1) {
          powers.push(next);
          continue;
        }
        const length = powers.length - start;
        let exponent = length === 1 ? 0 : tower(length);
        while (exponent < start) exponent += length;
        return powers[exponent];
      }
    };
    expect(reference_answer).toBe(tower(MOD));
    expect(answer).toBe(String(tower(MOD)));
  },
);
