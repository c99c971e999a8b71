import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const linesRight = satisfying({ beta: 10, unit: "rows and columns without repetitions" });

const [KEPT, BLACK] = [".", "*"];
/** Beyond, looking for a pattern may take long. */
const LARGEST = 40;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  matrix: integerRowsFrom(0, 2 * LARGEST),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "N", "M"),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) =>
      verdict(lines.parse(reference_answer) ?? [], problem).reward === 1,
    "must solve the puzzle",
  ),
);

type Numbers = readonly (readonly number[])[];

export const hitoriPuzzle = defineEnvironment({
  id: "HitoriPuzzle",
  title: "Hitori puzzle",
  summary:
    "Black out cells so rows and columns have no repeats, blacks do not touch and the rest stays connected.",
  reward: `${linesRight.words}; ${invalidWords("blacks that touch or cut the rest")}, ${malformedWords("wrong shape or character")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const neighbours = listNeighbours(N, M);
    const isBlack = new Array<boolean>(N * M).fill(false);
    const numbers = new Array<number>(N * M).fill(0);
    const keptInLine = Array.from({ length: N + M }, () => new Set<number>());
    for (const cell of random.permutation(N * M)) {
      const [row, column] = [keptInLine[Math.floor(cell / M)], keptInLine[N + (cell % M)]];
      const seen = [...new Set([...row, ...column])];
      if (
        random.chance(0.5) &&
        seen.length > 0 &&
        !neighbours[cell].some((other) => isBlack[other])
      ) {
        isBlack[cell] = true;
        if (isConnected(neighbours, (other) => !isBlack[other])) {
          numbers[cell] = random.choice(seen);
          continue;
        }
        isBlack[cell] = false;
      }
      let least = 0;
      while (row.has(least) || column.has(least)) least++;
      numbers[cell] = least;
      row.add(least);
      column.add(least);
    }
    const reference_answer = formatGrid(toRows(N, M, (cell) => (isBlack[cell] ? BLACK : KEPT)));
    return { MAX_N_M, N, M, matrix: toRows(N, M, (cell) => numbers[cell]), reference_answer };
  },

  prompt: ({ N, M, matrix }) =>
    `Here is a grid of ${formatGridSize(N, M)}:
${formatRows(matrix)}

Black out cells so that
- no row and no column holds a number more than once among the cells that are kept,
- no two cells that are blacked out are side by side or one below the other,
- the cells that are kept are connected: from each one leads a way to every other by steps to the next cell above, below, on the left or on the right, over kept cells only.

Answer with a grid in which ${BLACK} marks a cell that is blacked out and ${KEPT} one that is kept: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters . and *", lines),

  score: verdict,

  solve({ N, M, matrix }) {
    const state = findPattern(matrix.flat(), N, M);
    return formatGrid(toRows(N, M, (cell) => (state[cell] === 1 ? BLACK : KEPT)));
  },
});

function toRows<Value>(N: number, M: number, value: (cell: number) => Value): Value[][] {
  return Array.from({ length: N }, (_, row) =>
    Array.from({ length: M }, (_, column) => value(row * M + column)),
  );
}

/** The cells beside each cell; cells are numbered row by row. */
function listNeighbours(N: number, M: number): number[][] {
  return Array.from({ length: N * M }, (_, cell) => [
    ...(cell >= M ? [cell - M] : []),
    ...(cell < (N - 1) * M ? [cell + M] : []),
    ...(cell % M > 0 ? [cell - 1] : []),
    ...(cell % M < M - 1 ? [cell + 1] : []),
  ]);
}

/** Whether the cells that belong are connected, all or none of them included. */
function isConnected(neighbours: readonly number[][], belongs: (cell: number) => boolean): boolean {
  const start = neighbours.findIndex((_, cell) => belongs(cell));
  if (start === -1) return true;
  const reached = new Uint8Array(neighbours.length);
  reached[start] = 1;
  const queue = [start];
  for (const cell of queue) {
    for (const other of neighbours[cell]) {
      if (reached[other] === 1 || !belongs(other)) continue;
      reached[other] = 1;
      queue.push(other);
    }
  }
  return neighbours.every((_, cell) => reached[cell] === 1 || !belongs(cell));
}

function verdict(
  rows: readonly string[],
  { N, M, matrix }: { N: number; M: number; matrix: Numbers },
): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const cells = rows.join("");
  if ([...cells].some((cell) => cell !== KEPT && cell !== BLACK)) {
    return malformed(`a character other than ${KEPT} and ${BLACK}`);
  }
  const neighbours = listNeighbours(N, M);
  const touching = neighbours.findIndex(
    (others, cell) => cells[cell] === BLACK && others.some((other) => cells[other] === BLACK),
  );
  if (touching !== -1) {
    return invalid(
      `row ${Math.floor(touching / M) + 1}, column ${(touching % M) + 1} touches another black cell`,
    );
  }
  if (!isConnected(neighbours, (cell) => cells[cell] === KEPT)) {
    return invalid("the kept cells are not connected");
  }
  const numbers = matrix.flat();
  const inLines = listLines(N, M).filter((line) => {
    const kept = line.filter((cell) => cells[cell] === KEPT).map((cell) => numbers[cell]);
    return new Set(kept).size === kept.length;
  });
  return linesRight.verdict(inLines.length, N + M);
}

/** The cells of each row and then of each column. */
function listLines(N: number, M: number): number[][] {
  const rows = toRows(N, M, (cell) => cell);
  return [...rows, ...rows[0].map((_, column) => rows.map((row) => row[column]))];
}

const OPEN = -1;

/**
 * A pattern that keeps all rules, 1 for black and 0 for kept: a black cell keeps those beside it, a
 * kept one blackens equal numbers in its row and column, and no black may cut the rest. Each open cell
 * is tried both ways: a value that leads to a contradiction is refuted. Then a cell is chosen, kept
 * first. A handful of choices at 24 × 24.
 */
function findPattern(numbers: readonly number[], N: number, M: number): Int8Array {
  const neighbours = listNeighbours(N, M);
  const equals: number[][] = numbers.map(() => []);
  for (const line of listLines(N, M)) {
    for (const cell of line) {
      equals[cell].push(
        ...line.filter((other) => other !== cell && numbers[other] === numbers[cell]),
      );
    }
  }

  /** The state with a cell settled and all that follows; undefined at a contradiction. */
  function settle(before: Int8Array, start: number, value: number): Int8Array | undefined {
    const state = before.slice();
    const queue: [number, number][] = [[start, value]];
    let hasBlacks = false;
    for (const [cell, wanted] of queue) {
      if (state[cell] === wanted) continue;
      if (state[cell] !== OPEN) return undefined;
      state[cell] = wanted;
      hasBlacks ||= wanted === 1;
      for (const other of wanted === 1 ? neighbours[cell] : equals[cell])
        queue.push([other, 1 - wanted]);
    }
    return hasBlacks && !isConnected(neighbours, (cell) => state[cell] !== 1) ? undefined : state;
  }

  /** Refutes values until nothing changes; undefined at a contradiction. */
  function probe(before: Int8Array): Int8Array | undefined {
    let state = before;
    for (let hasChanged = true; hasChanged; ) {
      hasChanged = false;
      for (let cell = 0; cell < state.length; cell++) {
        if (state[cell] !== OPEN) continue;
        const [kept, black] = [settle(state, cell, 0), settle(state, cell, 1)];
        const only = kept === undefined ? black : black === undefined ? kept : null;
        if (only === undefined) return undefined;
        if (only === null) continue;
        state = only;
        hasChanged = true;
      }
    }
    return state;
  }

  function search(before: Int8Array): Int8Array | undefined {
    const state = probe(before);
    const cell = state?.indexOf(OPEN) ?? -1;
    if (state === undefined || cell === -1) return state;
    for (const value of [0, 1]) {
      const settled = settle(state, cell, value);
      const found = settled && search(settled);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const start = new Int8Array(N * M).fill(OPEN);
  return search(start) ?? start;
}
