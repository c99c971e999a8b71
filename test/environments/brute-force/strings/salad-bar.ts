import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

const count = (letter: string, text: string) => text.split(letter).length - 1;

function isAllowed(text: string): boolean {
  const parts = range(0, text.length).flatMap((cut) => [text.slice(0, cut), text.slice(cut)]);
  return parts.every((part) => count("p", part) >= count("j", part));
}

interface Instance {
  N: number;
  S: string;
  gold_answer: number;
  reference_answer: string;
}

export const saladBar = bruteForce<Instance>(
  "SaladBar",
  [{ N: 3 }, { N: 8 }, { N: 14 }],
  ({ N, S, gold_answer, reference_answer }, answer) => {
    const lengths = range(0, N).flatMap((l) =>
      range(l + 1, N)
        .filter((r) => isAllowed(S.slice(l, r)))
        .map((r) => r - l),
    );
    expect(gold_answer).toBe(Math.max(...lengths));
    for (const [l, r] of [reference_answer, answer].map(toIntegers)) {
      expect(isAllowed(S.slice(l, r))).toBe(true);
      expect(r - l).toBe(gold_answer);
    }
  },
);
