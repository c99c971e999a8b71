import { bruteForce } from "../brute-force.ts";
import { type CountedLines, expectCountedLines } from "../counted-lines.ts";

export const campsitePuzzle = bruteForce<CountedLines>(
  "CampsitePuzzle",
  [
    { MAX_N_M: 3, sparsity: 0.5 },
    { MAX_N_M: 10, sparsity: 0.8 },
  ],
  (puzzle, answer) => expectCountedLines(puzzle, answer, /11/),
);
