import { bruteForce } from "../brute-force.ts";
import { expectOutput, type StoredPassage } from "../stacks.ts";

export const doubleStackSorting = bruteForce<StoredPassage>(
  "DoubleStackSorting",
  [{ N: 4 }, { N: 12 }],
  (passage, answer) => expectOutput(passage, answer),
);
