import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

/**
 * The least length by trying texts letter by letter. What is still to come depends only on the last
 * letters, of which a text with more occurrences serves as well, so each end keeps its most.
 */
function leastLength(names: readonly string[], count: number): number {
  const kept = Math.max(...names.map((name) => name.length)) - 1;
  let most = new Map([["", 0]]);
  for (let length = 1; ; length++) {
    const next = new Map<string, number>();
    for (const [end, before] of most) {
      for (const letter of "ab") {
        const text = end + letter;
        const ending = names.filter((name) => text.endsWith(name)).length;
        const key = kept === 0 ? "" : text.slice(-kept);
        next.set(key, Math.max(next.get(key) ?? 0, before + ending));
      }
    }
    most = next;
    if (Math.max(...most.values()) >= count) return length;
  }
}

export const choHamsters = bruteForce<{ S: string[]; M: number; reference_answer: number }>(
  "ChoHamsters",
  [
    { N: 1, MAX_M: 6 },
    { N: 2, MAX_M: 4 },
    { N: 3, MAX_M: 4 },
  ],
  ({ S, M, reference_answer }, answer) => {
    expect(reference_answer).toBe(leastLength(S, M));
    expect(answer).toBe(String(reference_answer));
  },
);
