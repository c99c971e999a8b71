import { z } from "zod";
import type { EnvironmentDefinition } from "../../environment.ts";
import { describedAs, lines } from "../../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../../toolkit/faults/alphabet.ts";
import { findClueFault } from "../../toolkit/faults/clues.ts";
import { findShapeFault } from "../../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../../toolkit/grids/blanks.ts";
import { counting } from "../../toolkit/levels.ts";
import { gridPicture } from "../../toolkit/pictures/grid.ts";
import type { Random } from "../../toolkit/random/random.ts";
import { rewarded } from "../../toolkit/schemas/answers.ts";
import { instanceOf } from "../../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../../toolkit/schemas/integers.ts";
import { lengths, matrix } from "../../toolkit/schemas/lists.ts";
import { textOver } from "../../toolkit/schemas/texts.ts";
import { satisfying } from "../../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../../toolkit/text/grids.ts";
import { completeGrid, type LineRule } from "./solve.ts";

const BLANK = "*";
const LARGEST = 100;

const countsRight = satisfying({ beta: 10, unit: "counts of ones right" });
const form = describedAs("lines of the characters 0 and 1", lines);

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST), sparsity: share });

interface Puzzle {
  N: number;
  M: number;
  row_counts: readonly number[];
  col_counts: readonly number[];
  matrix: readonly string[];
  reference_answer: string;
}

/** What tells one puzzle of counted lines from another. */
export interface CountedLinesRules {
  /** MAX_N_M at level 0. */
  readonly start: number;
  readonly rule: LineRule;
  /** The rule in a prompt's list: "no two ones are …". */
  readonly ruleText: string;
  /** What breaking it is called: "adjacent ones". */
  readonly broken: string;
  /** A full grid of 0 and 1 whose lines follow the rule. */
  draw(N: number, M: number, random: Random): number[][];
}

/**
 * The members of a puzzle whose grid of 0 and 1 has given numbers of ones in its rows and columns,
 * and whose lines all follow a rule.
 */
export function countedLines({ start, rule, ruleText, broken, draw }: CountedLinesRules) {
  const verdict = (rows: readonly string[], puzzle: Puzzle): Verdict => {
    const { N, M, matrix, row_counts, col_counts } = puzzle;
    const fault = findShapeFault(rows, N, M) ?? findAlphabetFault(rows.join(""), "01");
    if (fault !== undefined) return malformed(fault);
    const clue = findClueFault(rows, matrix, BLANK);
    if (clue !== undefined) return invalid(clue);
    const cells = rows.map((row) => Array.from(row, Number));
    const columns = transpose(cells);
    for (const [name, group] of [
      ["row", cells],
      ["column", columns],
    ] as const) {
      const at = group.findIndex((line) => !follows(line, rule));
      if (at !== -1) return invalid(`${name} ${at + 1} has ${broken}`);
    }
    const rightRows = cells.filter((line, at) => countOnes(line) === row_counts[at]).length;
    const rightColumns = columns.filter((line, at) => countOnes(line) === col_counts[at]).length;
    return countsRight.verdict(rightRows + rightColumns, N + M);
  };
  const Instance = instanceOf(Parameters, {
    N: sizeFrom(1, LARGEST),
    M: sizeFrom(1, LARGEST),
    row_counts: integersFrom(0, LARGEST),
    col_counts: integersFrom(0, LARGEST),
    matrix: z.array(textOver(`01${BLANK}`)),
    reference_answer: z.string(),
  }).check(
    matrix("matrix", "N", "M"),
    lengths("N", "row_counts"),
    lengths("M", "col_counts"),
    rewarded("reference_answer", form, verdict, "must complete the grid"),
  );
  return {
    reward: `${countsRight.words}; ${invalidWords(`given cell changed or ${broken}`)}, ${malformedWords("wrong layout")}`,
    parameters: Parameters,
    instance: Instance,
    levels: counting({ MAX_N_M: start }, ({ MAX_N_M }) =>
      SPARSITIES.map((sparsity) => ({ MAX_N_M, sparsity })),
    ),

    generate({ MAX_N_M, sparsity }, random) {
      const N = random.integer(2, MAX_N_M);
      const M = random.integer(2, MAX_N_M);
      const cells = draw(N, M, random);
      const solved = cells.map((row) => row.map(String));
      return {
        MAX_N_M,
        sparsity,
        N,
        M,
        reference_answer: formatGrid(solved),
        row_counts: cells.map(countOnes),
        col_counts: transpose(cells).map(countOnes),
        matrix: withBlanks(solved, sparsity, BLANK, random).map((row) => row.join("")),
      };
    },

    prompt: ({ N, M, matrix, row_counts, col_counts }) =>
      `Here is a grid of ${formatGridSize(N, M)}, in which ${BLANK} marks an empty cell:
${formatGrid(matrix)}

Fill every empty cell with 0 or 1, so that
- ${ruleText},
- the numbers of ones in the rows, from top to bottom, are ${row_counts.join(" ")},
- the numbers of ones in the columns, from left to right, are ${col_counts.join(" ")}.
The cells that are given stay as they are.

Answer with the completed grid in the same layout: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

    answer: form,

    score: verdict,

    picture: ({ matrix, row_counts, col_counts }, filled) =>
      gridPicture(matrix, {
        blank: BLANK,
        clues: { right: row_counts, bottom: col_counts },
        filled,
      }),

    solve({ matrix, row_counts, col_counts }) {
      const cells = matrix.map((row) =>
        Array.from(row, (cell) => (cell === BLANK ? -1 : Number(cell))),
      );
      const grid = { cells, rowCounts: row_counts, columnCounts: col_counts };
      return formatGrid(completeGrid(grid, rule).map((row) => row.join("")));
    },
  } satisfies Partial<
    EnvironmentDefinition<
      z.infer<typeof Parameters>,
      z.infer<typeof Instance>,
      string[],
      never,
      false
    >
  >;
}

function follows(line: readonly number[], rule: LineRule): boolean {
  let state = 0;
  for (const cell of line) {
    state = rule.next(state, cell === 1 ? 1 : 0);
    if (state === -1) return false;
  }
  return true;
}

function countOnes(line: readonly number[]): number {
  return line.filter((cell) => cell === 1).length;
}

function transpose(rows: readonly (readonly number[])[]): number[][] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}
