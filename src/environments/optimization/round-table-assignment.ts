import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { blankRows, gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const tables = satisfying({ beta: 5, unit: "tables have seats enough" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 300;

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  M: sizeFrom(1, LARGEST),
  R: integersFrom(1, LARGEST),
  N: sizeFrom(1, LARGEST),
  C: integersFrom(0, LARGEST),
  reference_answer: z.string(),
}).check(
  lengths("M", "R"),
  lengths("N", "C"),
  holds(
    "C",
    ({ R, C }) =>
      R.every((people) => people <= C.length) && countHolding(seatGroups(R, C), C) === C.length,
    "must admit an assignment",
  ),
);

export const roundTableAssignment = defineEnvironment({
  id: "RoundTableAssignment",
  title: "Seating groups at tables",
  summary:
    "Assign each member of every group to a table so that group mates sit apart and no table is overfull.",
  reward: `${tables.words}; ${invalidWords("wrong shape, no table, or group mates together")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const M = random.integer(2, MAX_N_M);
    const R = random.integers(M, 2, MAX_N_M);
    const drawn = R.map((people) => random.distinctIntegers(people, 0, MAX_N_M - 1));
    // Tables that nobody sits at are left out.
    const used = [...new Set(drawn.flat())].sort((a, b) => a - b);
    const number = new Map(used.map((table, index) => [table, index]));
    const seating = drawn.map((row) =>
      row.map((table) => number.get(table) ?? 0).sort((a, b) => a - b),
    );
    const C = used.map((_, table) => seating.filter((row) => row.includes(table)).length);
    return { MAX_N_M, M, R, N: used.length, C, reference_answer: formatRows(seating) };
  },

  prompt: ({ M, R, N, C }) =>
    `There are ${formatCount(M, "group")} of people and ${formatCount(N, "table")}, both numbered from 0:
${formatLines(R, (people, group) => `group ${group}: ${formatCount(people, "person", "people")}`)}
${formatLines(C, (seats, table) => `table ${table}: ${formatCount(seats, "seat")}`)}

Give each person a table. People of one group must sit at different tables, and no table may have more people than seats.

Answer with ${formatCount(M, "line")}, one for each group in order, that hold the numbers of the tables of its people, separated by spaces, like this:
${placeholderLines("i j …", M)}`,

  answer: integerMatrix,

  score(rows, { M, R, N, C }) {
    const wrongCount = findCountFault(rows, M, "line");
    if (wrongCount !== undefined) return invalid(wrongCount);
    for (const [group, row] of rows.entries()) {
      const fault = findCountFault(row, R[group], "table") ?? findIndexFault(row, N);
      if (fault !== undefined) return invalid(`group ${group}: ${fault}`);
    }
    return tables.verdict(countHolding(rows, C), N);
  },

  picture: ({ M, R, N, C }, tables) =>
    gridPicture(blankRows(M, N), {
      clues: { ...lineNumbers(M, N), right: R, bottom: C },
      chosen: tables?.flatMap((seats, group) => seats.map((table) => [group, table])),
    }),

  solve: ({ R, C }) => formatRows(seatGroups(R, C)),
});

/** How many tables have no more people than seats. */
function countHolding(rows: readonly (readonly number[])[], C: readonly number[]): number {
  const free = [...C];
  for (const row of rows) for (const table of row) free[table]--;
  return free.filter((seats) => seats >= 0).length;
}

/**
 * Groups by descending size, each at the tables with the most free seats: that leaves the free seats
 * as even as can be, so it succeeds if anything does (Gale and Ryser). O(M · N log N).
 */
function seatGroups(R: readonly number[], C: readonly number[]): number[][] {
  const free = [...C];
  const rows: number[][] = R.map(() => []);
  const order = [...R.keys()].sort((a, b) => R[b] - R[a]);
  for (const group of order) {
    const roomiest = [...free.keys()].sort((a, b) => free[b] - free[a]).slice(0, R[group]);
    for (const table of roomiest) free[table]--;
    rows[group] = roomiest;
  }
  return rows;
}
