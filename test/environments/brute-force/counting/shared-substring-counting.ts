import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const sharedSubstringCounting = bruteForce<{
  S: string;
  T: string;
  reference_answer: number;
}>(
  "SharedSubstringCounting",
  [{ MAX_LEN: 5 }, { MAX_LEN: 12 }],
  ({ S, T, reference_answer }, answer) => {
    const substrings = (text: string) =>
      range(0, text.length - 1).flatMap((l) =>
        range(l + 1, text.length).map((r) => text.slice(l, r)),
      );
    const others = substrings(T);
    const count = substrings(S).reduce(
      (sum, part) => sum + others.filter((other) => other === part).length,
      0,
    );
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
