import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const threeStringCommonSubsequenceCounting = bruteForce<{
  S: [string, string, string];
  reference_answer: number;
}>(
  "ThreeStringCommonSubsequenceCounting",
  [{ MAX_N: 4 }, { MAX_N: 9 }],
  ({ S, reference_answer }, answer) => {
    const [first, ...others] = S.map(
      (text) => new Set([...subsets([...text])].map((some) => some.join(""))),
    );
    const common = [...first].filter((text) => others.every((other) => other.has(text)));
    const count = common.filter((text) => text !== "").length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
