import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const zeroPrefixSubsetCounting = bruteForce<{ array: string[]; reference_answer: bigint }>(
  "ZeroPrefixSubsetCounting",
  [{ N: 4 }, { N: 10 }],
  ({ array, reference_answer }, answer) => {
    const isFine = (some: string[]) =>
      some.every((a) => some.every((b) => a === b || !b.startsWith(a)));
    const chosen = [...subsets(array)].filter((some) => some.length > 0);
    const count = chosen.filter(isFine).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
