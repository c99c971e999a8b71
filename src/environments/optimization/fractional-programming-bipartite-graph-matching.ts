import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { cheapestAssignment } from "../toolkit/graphs/assignment.ts";
import { growing } from "../toolkit/levels.ts";
import { compareRatios, type Ratio } from "../toolkit/numbers/ratios.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { maximisingRatio } from "../toolkit/scoring/ratios.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** A[i][j] lies in [1, MAX_PROPORTION · B[i][j]]. */
const MAX_PROPORTION = 2;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 150;

const ratio = maximisingRatio({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integerRowsFrom(1, MAX_PROPORTION * LARGEST_N),
  B: integerRowsFrom(1, LARGEST_N),
  reference_answer: z.string(),
  gold_SumA: integerFrom(1),
  gold_SumB: integerFrom(1),
}).check(matrix("A", "N", "N"), matrix("B", "N", "N"));

type Matrix = readonly (readonly number[])[];

/** At level 20 the matrices have 50 rows, and a prompt 62,000 characters. */
export const fractionalProgrammingBipartiteGraphMatching = defineEnvironment({
  id: "FractionalProgramming_BipartiteGraphMatching",
  title: "Best ratio of an assignment",
  summary: "Find a permutation that maximises the ratio of its sums in two matrices A and B.",
  reward: `${ratio.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const B = Array.from({ length: N }, () => random.integers(N, 1, N));
    const A = B.map((row) => row.map((value) => random.integer(1, MAX_PROPORTION * value)));
    const P = findBest(A, B);
    const [gold_SumA, gold_SumB] = toRatio(A, B, P);
    return { N, A, B, reference_answer: P.join(" "), gold_SumA, gold_SumB };
  },

  prompt: ({ N, A, B }) =>
    `Here are two matrices of ${N} rows and ${N} columns, both numbered from 0:
${formatLines(A, (row, i) => formatIndexed(`A[${i}]`, row))}
${formatLines(B, (row, i) => formatIndexed(`B[${i}]`, row))}

Find a permutation P of the integers from 0 to ${N - 1} for which the ratio of two sums is as large as possible: the sum of A[i][P[i]] over all rows i, divided by the sum of B[i][P[i]] over all rows i.

Answer with P[0] to P[${N - 1}] on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(P, { N, A, B, gold_SumA, gold_SumB }) {
    const fault = findPermutationFault(P, N);
    if (fault !== undefined) return invalid(fault);
    return ratio.verdict(toRatio(A, B, P), [gold_SumA, gold_SumB]);
  },

  picture({ N, A, B }, P) {
    const look = { clues: lineNumbers(N, N), chosen: P?.map((column, row) => [row, column]) };
    return partsPicture({ A: gridPicture(A, look), B: gridPicture(B, look) });
  },

  solve: ({ A, B }) => findBest(A, B).join(" "),
});

/** The sums of A and B over a permutation. */
function toRatio(A: Matrix, B: Matrix, P: readonly number[]): Ratio {
  let [a, b] = [0, 0];
  for (const [row, column] of P.entries()) {
    a += A[row][column];
    b += B[row][column];
  }
  return [a, b];
}

/**
 * A permutation with the largest ratio a/b of sums: Dinkelbach's iteration ("On nonlinear fractional
 * programming", 1967). The best assignment for b · A − a · B has a better ratio than a/b as long as
 * there is one. O(N³) a round, a few rounds; exact, since all is in integers.
 */
function findBest(A: Matrix, B: Matrix): number[] {
  let [a, b]: Ratio = [0, 1];
  for (;;) {
    const costs = A.map((row, i) => row.map((value, j) => a * B[i][j] - b * value));
    const P = cheapestAssignment(costs);
    const better = toRatio(A, B, P);
    if (compareRatios(better, [a, b]) <= 0) return P;
    [a, b] = better;
  }
}
