import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

const reverse = (text: string) => [...text].reverse().join("");

/**
 * The fewest operations, by breadth-first search from the empty string over the strings that occur
 * in the target, forwards or backwards: no other can become part of it.
 */
function fewestOperations(target: string): number {
  let reached = new Set([""]);
  for (let operations = 0; ; operations++) {
    if (reached.has(target)) return operations;
    const next = new Set<string>();
    for (const text of reached) {
      const mirrored = reverse(text);
      const grown = ["0", "1", mirrored].flatMap((part) => [part + text, text + part]);
      for (const longer of grown) {
        if (target.includes(longer) || target.includes(reverse(longer))) next.add(longer);
      }
    }
    reached = next;
  }
}

export const virusSynthesis = bruteForce<{ S: string; reference_answer: number }>(
  "VirusSynthesis",
  [{ loose_MAX_N: 4 }, { loose_MAX_N: 8 }, { loose_MAX_N: 14 }],
  ({ S, reference_answer }, answer) => {
    expect(reference_answer).toBe(fewestOperations(S));
    expect(answer).toBe(String(reference_answer));
  },
);
