import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findClueFault } from "../toolkit/faults/clues.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { counting } from "../toolkit/levels.ts";
import { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const BLANK = -1;
const LARGEST = 100;
/** At most so many inequalities for each row. */
const INEQUALITY_MULTIPLE = 2;

const inequalitiesMet = satisfying({ beta: 5, unit: "inequalities hold" });

/** The cell in row x1, column y1 is less than that in row x2, column y2. */
const Inequality = z.tuple([integerFrom(0), integerFrom(0), integerFrom(0), integerFrom(0)]);
type Inequality = z.infer<typeof Inequality>;

const Parameters = z.object({ N: sizeFrom(3, LARGEST), sparsity: share });
const Instance = instanceOf(Parameters, {
  inequalities: z.array(Inequality).min(1),
  matrix: integerRowsFrom(BLANK),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "N", "N"),
  within("matrix", BLANK, ({ N }) => N - 1),
  within("inequalities", 0, ({ N }) => N - 1),
  holds(
    "inequalities",
    ({ N, inequalities }) => inequalities.length <= N ** 4,
    "must be at most one for each pair of cells",
  ),
  rewarded("reference_answer", integerMatrix, verdict, "must complete the square"),
);

type Rows = readonly (readonly number[])[];

interface Puzzle {
  N: number;
  inequalities: readonly Inequality[];
  matrix: Rows;
  reference_answer: string;
}

export const futoshikiPuzzle = defineEnvironment({
  id: "FutoshikiPuzzle",
  title: "Latin square with inequalities",
  summary: "Complete a Latin square so that given inequalities between cells hold.",
  reward: `${inequalitiesMet.words}; ${invalidWords("no Latin square or given cell changed")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => SPARSITIES.map((sparsity) => ({ N, sparsity }))),

  generate({ N, sparsity }, random) {
    const columns = random.permutation(N);
    const solved = random.permutation(N).map((row) => columns.map((column) => (row + column) % N));
    // Each value stands in N cells: so many ordered pairs of cells have values that ascend.
    const pairCount = (N * N * (N * N - N)) / 2;
    const count = random.integer(1, Math.min(pairCount, INEQUALITY_MULTIPLE * N));
    const inequalities = new Map<string, Inequality>();
    while (inequalities.size < count) {
      const inequality = redrawUntil((): Inequality | undefined => {
        const [x1, y1, x2, y2] = random.integers(4, 0, N - 1);
        return solved[x1][y1] < solved[x2][y2] ? [x1, y1, x2, y2] : undefined;
      });
      inequalities.set(inequality.join(), inequality);
    }
    return {
      N,
      sparsity,
      reference_answer: formatRows(solved),
      inequalities: [...inequalities.values()],
      matrix: withBlanks(solved, sparsity, BLANK, random),
    };
  },

  prompt: ({ N, inequalities, matrix }) =>
    `Here is a square c of ${formatGridSize(N, N)}, both numbered from 0, in which ${BLANK} marks an empty cell; c[i][j] is the cell in row i and column j:
${formatRows(matrix)}

Replace every ${BLANK} by a number, so that every row and every column contains each of the numbers from 0 to ${N - 1} exactly once, and so that all of these inequalities hold:
${formatLines(inequalities, ([x1, y1, x2, y2]) => `c[${x1}][${y1}] < c[${x2}][${y2}]`)}
The numbers that are given stay as they are.

Answer with the completed square in the same layout: ${N} lines of ${N} numbers each, separated by spaces, like this:
${placeholderGrid(N, N)}`,

  answer: integerMatrix,

  score: verdict,

  solve: ({ N, inequalities, matrix }) => formatRows(completeSquare(N, matrix, inequalities)),
});

function verdict(rows: Rows, { N, inequalities, matrix }: Puzzle): Verdict {
  const shape = findShapeFault(rows, N, N);
  if (shape !== undefined) return malformed(shape);
  const columns = rows.map((_, column) => rows.map((row) => row[column]));
  for (const [name, group] of [
    ["row", rows],
    ["column", columns],
  ] as const) {
    for (const [at, line] of group.entries()) {
      const fault = findPermutationFault(line, N);
      if (fault !== undefined) return invalid(`${name} ${at}: ${fault}`);
    }
  }
  const clue = findClueFault(rows, matrix, BLANK);
  if (clue !== undefined) return invalid(clue);
  const met = inequalities.filter(([x1, y1, x2, y2]) => rows[x1][y1] < rows[x2][y2]).length;
  return inequalitiesMet.verdict(met, inequalities.length);
}

const NODE_BUDGET = 100;

/**
 * A completion, which must exist: sets of possible values as bits; propagation of rows, columns,
 * values with one place left in a line, and the bounds of inequalities; then a cell with the fewest
 * values, in random order, and a new start whenever a growing budget of nodes is spent.
 */
function completeSquare(N: number, matrix: Rows, inequalities: readonly Inequality[]): Rows {
  const all = (1n << BigInt(N)) - 1n;
  const start = matrix.flat().map((value) => (value === BLANK ? all : 1n << BigInt(value)));
  const pairs = inequalities.map(([x1, y1, x2, y2]) => [x1 * N + y1, x2 * N + y2] as const);
  const random = new Random("completion of a Latin square");

  function search(given: readonly bigint[], left: { nodes: number }): bigint[] | undefined {
    if (left.nodes-- <= 0) return undefined;
    const domains = [...given];
    if (!propagate(domains, N, pairs)) return undefined;
    let best: number[] = [];
    let [cell, offset] = [-1, random.integer(0, N * N - 1)];
    for (let step = 0; step < N * N; step++, offset = (offset + 1) % (N * N)) {
      const values = valuesOf(domains[offset]);
      if (values.length > 1 && (cell === -1 || values.length < best.length)) {
        [cell, best] = [offset, values];
      }
    }
    if (cell === -1) return domains;
    for (const value of random.shuffle(best)) {
      const found = search(domains.with(cell, 1n << BigInt(value)), left);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  for (let budget = NODE_BUDGET; ; budget *= 1.5) {
    const found = search(start, { nodes: budget });
    if (found === undefined) continue;
    const values = found.map((domain) => valuesOf(domain)[0]);
    return matrix.map((_, row) => values.slice(row * N, (row + 1) * N));
  }
}

function valuesOf(domain: bigint): number[] {
  const values: number[] = [];
  for (let [rest, value] = [domain, 0]; rest > 0n; rest >>= 1n, value++) {
    if ((rest & 1n) === 1n) values.push(value);
  }
  return values;
}

const isSingle = (domain: bigint) => (domain & (domain - 1n)) === 0n;

/** Narrows the domains until nothing changes; false where a cell has no value left. */
function propagate(
  domains: bigint[],
  N: number,
  pairs: readonly (readonly [number, number])[],
): boolean {
  const all = (1n << BigInt(N)) - 1n;
  const indices = Array.from({ length: N }, (_, index) => index);
  const lines = indices.flatMap((i) => [
    indices.map((j) => i * N + j),
    indices.map((j) => j * N + i),
  ]);
  let changed = true;
  const narrow = (cell: number, allowed: bigint): boolean => {
    const next = domains[cell] & allowed;
    if (next !== domains[cell]) changed = true;
    domains[cell] = next;
    return next !== 0n;
  };
  while (changed) {
    changed = false;
    for (const line of lines) {
      let [once, twice, settled] = [0n, 0n, 0n];
      for (const cell of line) {
        twice |= once & domains[cell];
        once |= domains[cell];
        if (!isSingle(domains[cell])) continue;
        if ((settled & domains[cell]) !== 0n) return false;
        settled |= domains[cell];
      }
      if (once !== all) return false;
      const alone = once & ~twice;
      for (const cell of line) {
        if (isSingle(domains[cell])) continue;
        if (!narrow(cell, all & ~settled)) return false;
        const own = domains[cell] & alone;
        if (own !== 0n && (!isSingle(own) || !narrow(cell, own))) return false;
      }
    }
    for (const [less, more] of pairs) {
      const lowest = domains[less] & -domains[less];
      if (!narrow(more, all & ~((lowest << 1n) - 1n))) return false;
      const length = domains[more].toString(2).length;
      if (!narrow(less, (1n << BigInt(length - 1)) - 1n)) return false;
    }
  }
  return true;
}
