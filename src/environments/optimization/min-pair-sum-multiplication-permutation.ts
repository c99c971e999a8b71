import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { cheapestAssignment } from "../toolkit/graphs/assignment.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const product = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 60;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integerRowsFrom(0, LARGEST_N),
  B: integerRowsFrom(0, LARGEST_N),
  gold_answer: integerFrom(0),
}).check(matrix("A", "N", "N"), matrix("B", "N", "N"));

type Matrix = readonly (readonly number[])[];

/** At level 20 the matrices have 23 rows, and a prompt 12,800 characters. */
export const minPairSumMultiplicationPermutation = defineEnvironment({
  id: "MinPairSumMultiplicationPermutation",
  title: "Minimum product of two assignment sums",
  summary: "Choose a permutation minimising the product of the selected sums in matrices A and B.",
  reward: `${product.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const [A, B] = [0, 1].map(() => Array.from({ length: N }, () => random.integers(N, 1, N)));
    const P = findBest(A, B);
    return { N, A, B, gold_answer: sumOf(A, P) * sumOf(B, P) };
  },

  prompt: ({ N, A, B }) =>
    `Here are two matrices of ${N} rows and ${N} columns, both numbered from 0:
${formatLines(A, (row, i) => formatIndexed(`A[${i}]`, row))}
${formatLines(B, (row, i) => formatIndexed(`B[${i}]`, row))}

Find a permutation P of the integers from 0 to ${N - 1} for which the product of two sums is as small as possible: the sum of A[i][P[i]] over all rows i, times the sum of B[i][P[i]] over all rows i.

Answer with P[0] to P[${N - 1}] on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(P, { N, A, B, gold_answer }) {
    const fault = findPermutationFault(P, N);
    return fault === undefined
      ? product.verdict(sumOf(A, P) * sumOf(B, P), gold_answer)
      : invalid(fault);
  },

  picture({ N, A, B }, P) {
    const look = { clues: lineNumbers(N, N), chosen: P?.map((column, row) => [row, column]) };
    return partsPicture({ A: gridPicture(A, look), B: gridPicture(B, look) });
  },

  solve: ({ A, B }) => findBest(A, B).join(" "),
});

function sumOf(matrix: Matrix, P: readonly number[]): number {
  return P.reduce((sum, column, row) => sum + matrix[row][column], 0);
}

/**
 * As points (sum of A, sum of B), the permutations with the least product lie on the lower left of
 * their convex hull, since a product is concave along each segment there. Its corners are found from
 * the two ends on: below the line through two of them lies the best assignment for its normal as
 * weights, if any does. O(N³) a corner.
 */
function findBest(A: Matrix, B: Matrix): number[] {
  const assign = (weightA: number, weightB: number) => {
    const costs = A.map((row, i) => row.map((value, j) => weightA * value + weightB * B[i][j]));
    const P = cheapestAssignment(costs);
    return { P, a: sumOf(A, P), b: sumOf(B, P) };
  };
  // The other matrix decides among equals.
  const heavy = A.length * LARGEST_N + 1;
  const waiting = [[assign(heavy, 1), assign(1, heavy)] as const];
  let best = waiting[0][0];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [left, right] = pair;
    for (const corner of pair) if (corner.a * corner.b < best.a * best.b) best = corner;
    const [weightA, weightB] = [left.b - right.b, right.a - left.a];
    if (weightA <= 0 || weightB <= 0) continue;
    const between = assign(weightA, weightB);
    if (weightA * between.a + weightB * between.b < weightA * left.a + weightB * left.b) {
      waiting.push([left, between], [between, right]);
    }
  }
  return best.P;
}
