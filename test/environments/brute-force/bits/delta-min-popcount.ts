import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const deltaMinPopcount = bruteForce<{ binary_string: string; reference_answer: number }>(
  "DeltaMinPopcount",
  [{ digit_num: 4 }, { digit_num: 8 }],
  ({ binary_string, reference_answer }, answer) => {
    const d = Number.parseInt(binary_string, 2);
    const changes = range(0, 4 * d).map(
      (n) => (n ^ (n + d)).toString(2).replaceAll("0", "").length,
    );
    expect(reference_answer).toBe(Math.min(...changes));
    expect(answer).toBe(String(reference_answer));
  },
);
