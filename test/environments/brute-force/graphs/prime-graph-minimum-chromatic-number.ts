import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface PrimeGraph {
  N: number;
  gold_answer: number;
  reference_answer: string;
}

const isPrime = (n: number) => n > 1 && range(2, n - 1).every((divisor) => n % divisor !== 0);

const isProper = (colours: number[]) =>
  colours.every((colour, v) =>
    colours.slice(0, v).every((other, u) => other !== colour || !isPrime(v - u)),
  );

/** Whether a proper beginning can be coloured on to N vertices with the colours. */
function canColour(colours: number[], N: number, count: number): boolean {
  if (!isProper(colours)) return false;
  if (colours.length === N) return true;
  return range(1, count).some((colour) => canColour([...colours, colour], N, count));
}

export const primeGraphMinimumChromaticNumber = bruteForce<PrimeGraph>(
  "PrimeGraph_MinimumChromaticNumber",
  [{ MAX_N: 6 }, { MAX_N: 13 }],
  ({ N, gold_answer, reference_answer }, answer) => {
    expect(canColour([], N, gold_answer)).toBe(true);
    expect(canColour([], N, gold_answer - 1)).toBe(false);
    for (const colours of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(colours).toHaveLength(N);
      expect(isProper(colours)).toBe(true);
      expect(new Set(colours).size).toBe(gold_answer);
    }
  },
);
