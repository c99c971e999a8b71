import { bruteForce } from "../brute-force.ts";
import { expectOutput, type StoredPassage } from "../stacks.ts";

export const singleStackSorting = bruteForce<StoredPassage>(
  "SingleStackSorting",
  [{ N: 3 }, { N: 12 }],
  (passage, answer) => expectOutput(passage, answer),
);
