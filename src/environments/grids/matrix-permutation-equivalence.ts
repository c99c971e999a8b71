import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerLines } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize } from "../toolkit/text/grids.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const LARGEST = 200;

const form = integerLines(2);
const cells = matching({ beta: 5, unit: "cells agree" });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  A: integerRowsFrom(0, 1),
  B: integerRowsFrom(0, 1),
  reference_answer: z.string(),
}).check(
  matrix("A", "N", "M"),
  matrix("B", "N", "M"),
  holds(
    "reference_answer",
    (instance) => {
      const orders = form.parse(instance.reference_answer);
      return orders !== null && verdict(orders, instance).reward === 1;
    },
    "must turn A into B",
  ),
);

type Rows = readonly (readonly number[])[];

export const matrixPermutationEquivalence = defineEnvironment({
  id: "MatrixPermutationEquivalence",
  title: "Row and column permutation match",
  summary: "Find orders of the rows and columns of a 0/1 matrix that turn it into another one.",
  reward: `${cells.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const density = random.unit();
    const A = Array.from({ length: N }, () =>
      Array.from({ length: M }, () => (random.chance(density) ? 1 : 0)),
    );
    const rows = random.permutation(N);
    const columns = random.permutation(M);
    const B = rows.map((row) => columns.map((column) => A[row][column]));
    return { MAX_N_M, N, M, A, B, reference_answer: formatRows([rows, columns]) };
  },

  prompt: ({ N, M, A, B }) =>
    `Here is a matrix A of ${formatGridSize(N, M)}, both numbered from 0, in which every entry is 0 or 1:
${formatGrid(A.map((row) => row.join("")))}

By reordering its rows and its columns it can be turned into this matrix B:
${formatGrid(B.map((row) => row.join("")))}

Find a permutation a of the numbers from 0 to ${N - 1} and a permutation b of the numbers from 0 to ${M - 1} so that for every row i and every column j the entry of B in row i and column j is the entry of A in row a[i] and column b[j].

Answer with two lines: the ${N} numbers a[0], a[1] and so on, and below them the ${M} numbers b[0], b[1] and so on, each line separated by spaces, like this:
${placeholders(N, "p")}
${placeholders(M, "u")}`,

  answer: form,

  score: verdict,

  picture({ N, M, A, B }, answer) {
    const parts = { A: gridPicture(A, { clues: lineNumbers(N, M) }), B: gridPicture(B) };
    if (answer === undefined) return partsPicture(parts);
    const [a, b] = [answer[0].slice(0, N), answer[1].slice(0, M)];
    const reordered = a.map((row) => b.map((column) => A[row]?.[column] ?? ""));
    return partsPicture({ ...parts, "A, reordered by the answer": gridPicture(reordered) });
  },

  solve({ N, A, B }) {
    const partner = findPartners(toNeighbours(A), toNeighbours(B), N);
    return formatRows([partner.slice(0, N), partner.slice(N).map((column) => column - N)]);
  },
});

function verdict(
  [rows, columns]: Rows,
  { N, M, A, B }: { N: number; M: number; A: Rows; B: Rows },
): Verdict {
  const fault = findPermutationFault(rows, N) ?? findPermutationFault(columns, M);
  if (fault !== undefined) return invalid(fault);
  let agreements = 0;
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of columns.entries()) if (A[row][column] === B[i][j]) agreements++;
  }
  return cells.verdict(agreements, N * M);
}

/** A matrix as a bipartite graph: vertex i is row i, vertex N + j is column j, ones are edges. */
function toNeighbours(rows: Rows): number[][] {
  const indicesOf = (length: number) => Array.from({ length }, (_, index) => index);
  const ofRows = rows.map((row) => indicesOf(row.length).filter((column) => row[column] === 1));
  const ofColumns = rows[0].map((_, column) =>
    indicesOf(rows.length).filter((row) => rows[row][column] === 1),
  );
  return [...ofRows.map((columns) => columns.map((column) => rows.length + column)), ...ofColumns];
}

/**
 * For each vertex of B one of A, so that edges go to edges; some way must exist. The colours of both
 * graphs are refined together; then a vertex of B that shares its colour gets one of its own, with
 * each partner in A in turn, and so on (individualisation and refinement with backtracking).
 */
function findPartners(A: readonly number[][], B: readonly number[][], N: number): number[] {
  function search(colours: readonly number[][]): number[] | undefined {
    const refined = refineColours([A, B], colours);
    if (refined === undefined) return undefined;
    const [ofA, ofB] = refined;
    const vertex = ofB.findIndex((colour, at) => ofB.indexOf(colour) !== at);
    if (vertex === -1) return ofB.map((colour) => ofA.indexOf(colour));
    const own = ofA.length;
    for (const [partner, colour] of ofA.entries()) {
      if (colour !== ofB[vertex]) continue;
      const found = search([ofA.with(partner, own), ofB.with(vertex, own)]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const start = A.map((_, vertex) => (vertex < N ? 0 : 1));
  return search([start, start]) ?? [];
}

/**
 * Splits the colours by those of the neighbours until nothing changes; undefined if the two graphs
 * then differ in how often a colour occurs.
 */
function refineColours(
  graphs: readonly (readonly number[][])[],
  start: readonly number[][],
): number[][] | undefined {
  let colours = start.map((list) => [...list]);
  for (let count = new Set(colours[0]).size; ; ) {
    const names = new Map<string, number>();
    colours = colours.map((list, graph) =>
      list.map((colour, vertex) => {
        const around = graphs[graph][vertex].map((other) => list[other]);
        const signature = `${colour}:${ascending(around)}`;
        const name = names.get(signature) ?? names.size;
        names.set(signature, name);
        return name;
      }),
    );
    const [ofA, ofB] = colours.map(ascending);
    if (ofA.some((colour, at) => colour !== ofB[at])) return undefined;
    if (names.size === count) return colours;
    count = names.size;
  }
}
