import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

interface RangeFourSequenceConstruction {
  N: number;
  conditions: number[][];
  reference_answer: string;
}

const NEIGHBOURS = new Set(["01", "10", "03", "30", "12", "21"]);

export const rangeFourSequenceConstruction = bruteForce<RangeFourSequenceConstruction>(
  "RangeFourSequenceConstruction",
  [{ N: 3 }, { N: 4 }, { N: 5 }],
  ({ N, conditions, reference_answer }, answer) => {
    const isAllowed = (symbols: number[]) =>
      symbols.every((symbol, at) => at === 0 || NEIGHBOURS.has(`${symbols[at - 1]}${symbol}`));
    const satisfiesAll = (symbols: number[]) =>
      conditions.every((positions) =>
        positions.every((one) =>
          positions.every((other) => one === other || symbols[one - 1] !== symbols[other - 1]),
        ),
      );
    const solutions = [...sequences(range(0, 3), N)]
      .filter((symbols) => isAllowed(symbols) && satisfiesAll(symbols))
      .map(String);
    expect(solutions).toContain(String(toIntegers(reference_answer)));
    expect(solutions).toContain(String(toIntegers(answer)));
  },
);
