import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { maximumMatching } from "../toolkit/graphs/bipartite-matching.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const LARGEST = 100;

const value = minimising({ beta: 5 });

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  K: integerFrom(1, LARGEST),
  A: integerRowsFrom(1),
  gold_answer: integerFrom(1),
}).check(
  holds("N", ({ N, M }) => N <= M, "must be at most M"),
  holds("K", ({ N, K }) => K <= N, "must be at most N"),
  matrix("A", "N", "M"),
);

type Rows = readonly (readonly number[])[];

// Grids of level 0 have three rows and columns: any choice is right in a third of the cases.
export const minimumUnconflictedGridKMax = defineEnvironment({
  id: "MinimumUnconflictedGridKMax",
  title: "Smallest K-th largest with distinct columns",
  summary: "Pick a cell of each row, all in distinct columns, with the least K-th largest value.",
  reward: `${value.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(N, MAX_N_M);
    const K = random.integer(1, N);
    const A = Array.from({ length: N }, () => random.integers(M, 1, N * M));
    return { MAX_N_M, N, M, K, A, gold_answer: kthLargest(bestColumns(A, K), A, K) };
  },

  prompt: ({ N, M, K, A }) =>
    `Here is a grid of ${formatGridSize(N, M)}, the rows numbered from 1 to ${N} and the columns from 1 to ${M}:
${formatRows(A)}

Choose one cell of each row, all in distinct columns. Sort the ${N} values of the chosen cells in descending order, equal ones side by side; the value at position ${K} (the first is position 1) must be as small as possible.

Answer with ${N} column numbers, those of the cells chosen in row 1, row 2 and so on, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(columns, { N, M, K, A, gold_answer }) {
    const fault = findCountFault(columns, N) ?? findIndexFault(columns, M, 1);
    if (fault !== undefined) return invalid(fault);
    return value.verdict(kthLargest(columns, A, K), gold_answer);
  },

  picture: ({ N, M, A }, columns) =>
    gridPicture(A, {
      clues: lineNumbers(N, M, 1),
      chosen: columns?.map((column, row) => [row, column - 1]),
    }),

  solve: ({ A, K }) => bestColumns(A, K).join(" "),
});

function kthLargest(columns: readonly number[], A: Rows, K: number): number {
  const picked = columns.map((column, row) => A[row][column - 1]);
  return ascending(picked)[picked.length - K];
}

/**
 * Columns, from 1, of a best choice: the K-th largest value is at most x if N − K + 1 rows can be
 * matched with columns along values ≤ x; the other rows take any columns that are left. Bisection
 * over the values and maximum matchings, O(N M √N log(N M)).
 */
function bestColumns(A: Rows, K: number): number[] {
  const [N, M] = [A.length, A[0].length];
  const values = ascending(A.flat());
  const matchingUpTo = (x: number) =>
    maximumMatching(
      A.map((row) => [...row.keys()].filter((column) => row[column] <= x)),
      M,
    );
  const rank = leastInteger(0, values.length - 1, (at) => {
    const matched = matchingUpTo(values[at]).filter((column) => column !== -1);
    return matched.length > N - K;
  });
  const columns = matchingUpTo(values[rank]);
  const free = A[0].map((_, column) => column).filter((column) => !columns.includes(column));
  return columns.map((column) => 1 + (column === -1 ? (free.pop() ?? 0) : column));
}
