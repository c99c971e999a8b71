import { expect } from "vitest";
import { range } from "./enumerations.ts";

/** A target and stored operations of an environment whose queue 0..N−1 goes through stacks. */
export interface StoredPassage {
  N: number;
  output_sequence: number[];
  reference_answer: string;
}

/** Expects that the stored operations and the answered ones give the output. */
export function expectOutput(
  { N, output_sequence, reference_answer }: StoredPassage,
  answer: string,
): void {
  for (const operations of [reference_answer, answer]) {
    const queue = range(0, N - 1);
    const stacks: Record<string, number[]> = { a: [], c: [] };
    const output: unknown[] = [];
    for (const letter of operations) {
      if (letter in stacks) stacks[letter].push(queue.shift() ?? Number.NaN);
      else output.push(stacks[letter === "b" ? "a" : "c"].pop());
    }
    expect(output).toEqual(output_sequence);
    expect(queue).toEqual([]);
  }
}
