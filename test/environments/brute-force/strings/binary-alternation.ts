import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

const isAlternating = (text: string) => !/00|11/.test(text);

function swapped(text: string, [i, j]: number[]): string {
  const characters = [...text];
  [characters[i], characters[j]] = [characters[j], characters[i]];
  return characters.join("");
}

/** The fewest swaps, by breadth-first search over all strings within reach. */
function fewestSwaps(start: string): number {
  const pairs = [...sequences(range(0, start.length - 1), 2)];
  let reached = new Set([start]);
  for (let swaps = 0; ; swaps++) {
    if ([...reached].some(isAlternating)) return swaps;
    reached = new Set([...reached].flatMap((text) => pairs.map((pair) => swapped(text, pair))));
  }
}

export const binaryAlternation = bruteForce<{ string: string; gold_answer: number }>(
  "BinaryAlternation",
  [{ zero_count: 2 }, { zero_count: 3 }, { zero_count: 4 }],
  ({ string, gold_answer }, answer) => {
    expect(gold_answer).toBe(fewestSwaps(string));
    const swaps = answer.split("\n").filter((line) => line !== "");
    expect(swaps).toHaveLength(gold_answer);
    const end = swaps.map(toIntegers).reduce(swapped, string);
    expect(isAlternating(end)).toBe(true);
  },
);
