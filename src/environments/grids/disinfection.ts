import { z } from "zod";
import { type Cell, fewestPlanes, LONGEST_SIDE } from "../engines/planes/fewest-planes.ts";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { blankRows, gridPicture } from "../toolkit/pictures/grid.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf, ofSound, refuse } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

/** The search for the fewest planes takes up to 2^length steps. */
const LARGEST = LONGEST_SIDE;
const AXES = ["x", "y", "z"] as const;

const cost = minimising({ beta: 5 });

const Parameters = z.object({ MAX_A_B_C: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  A: sizeFrom(1, LARGEST),
  B: sizeFrom(1, LARGEST),
  C: sizeFrom(1, LARGEST),
  one_coordinates: z.array(z.tuple([integerFrom(0), integerFrom(0), integerFrom(0)])).min(1),
  gold_answer: integerFrom(1),
}).check(
  ofSound((payload) => {
    const { A, B, C, one_coordinates } = payload.value;
    for (const [index, cell] of one_coordinates.entries()) {
      const axis = cell.findIndex((at, which) => at >= [A, B, C][which]);
      if (axis === -1) continue;
      refuse(payload, ["one_coordinates", index, axis], "lies outside the box");
      return;
    }
  }),
  holds(
    "one_coordinates",
    ({ one_coordinates }) => new Set(one_coordinates.map(String)).size === one_coordinates.length,
    "must be distinct",
  ),
);

export const disinfection = defineEnvironment({
  id: "Disinfection",
  title: "Clear a box at least cost",
  summary: "Clear the marked cells of a box by sub-boxes that cost their smallest side.",
  reward: `${cost.words}; ${invalidWords()}, ${unsuccessfulWords("cells left")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_A_B_C: 2 }),

  generate({ MAX_A_B_C }, random) {
    const sides = redrawUntil(() => {
      const drawn = random.integers(AXES.length, 1, MAX_A_B_C);
      return drawn.some((side) => side > 1) ? drawn : undefined;
    });
    const [xs, ys, zs] = sides.map((side) =>
      random.distinctIntegers(random.integer(1, side), 0, side - 1),
    );
    const cells = xs.flatMap((x) => ys.flatMap((y) => zs.map((z): Cell => [x, y, z])));
    const ones = random.sample(cells, random.integer(1, cells.length));
    return {
      MAX_A_B_C,
      A: sides[0],
      B: sides[1],
      C: sides[2],
      one_coordinates: ones.map(([x, y, z]): [number, number, number] => [x, y, z]),
      gold_answer: sum(fewestPlanes(ones).map(({ length }) => length)),
    };
  },

  prompt: ({ A, B, C, one_coordinates }) =>
    `A box consists of the cells (x, y, z) with x from 0 to ${A - 1}, y from 0 to ${B - 1} and z from 0 to ${C - 1}. Each of these cells holds a 1, all others hold 0:
${formatLines(one_coordinates, (cell) => `(${cell.join(", ")})`)}

An operation is given by six integers x1 x2 y1 y2 z1 z2 with 0 ≤ x1 < x2 ≤ ${A}, 0 ≤ y1 < y2 ≤ ${B} and 0 ≤ z1 < z2 ≤ ${C}. It sets all cells with x1 ≤ x < x2, y1 ≤ y < y2 and z1 ≤ z < z2 to 0, and costs the smallest of x2 - x1, y2 - y1 and z2 - z1.

Set every cell to 0 by operations whose total cost is as small as possible.

Answer with the operations, one a line, each as its six integers separated by spaces, like this:
${placeholderLines("x1 x2 y1 y2 z1 z2")}`,

  answer: integerTuples(6),

  score(operations, { A, B, C, one_coordinates, gold_answer }) {
    let total = 0;
    for (const operation of operations) {
      const [x1, x2, y1, y2, z1, z2] = operation;
      const lies = (low: number, high: number, side: number) =>
        0 <= low && low < high && high <= side;
      if (!lies(x1, x2, A) || !lies(y1, y2, B) || !lies(z1, z2, C)) {
        return invalid(`${operation.map(formatFigure).join(" ")} is no part of the box`);
      }
      total += Math.min(x2 - x1, y2 - y1, z2 - z1);
    }
    const times = timesCleared(operations, [A, B, C]);
    const left = one_coordinates.find(([x, y, z]) => times[(x * (B + 1) + y) * (C + 1) + z] === 0);
    if (left !== undefined) return unsuccessful(`the cell (${left.join(", ")}) is not cleared`);
    return cost.verdict(total, gold_answer);
  },

  /** The layers of all z side by side, x downwards and y to the right. */
  picture({ A, B, C, one_coordinates }, operations) {
    const width = C * (B + 1) - 1;
    const cells = blankRows(A, width).map((row) =>
      row.map((cell, column) => (column % (B + 1) === B ? null : cell)),
    );
    for (const [x, y, z] of one_coordinates) cells[x][z * (B + 1) + y] = "1";
    const top = Array.from({ length: width }, (_, column) =>
      column % (B + 1) === 0 ? `z=${column / (B + 1)}` : "",
    );
    const isCleared = ([x, y, z]: readonly number[]) =>
      operations
        ?.slice(0, A * B * C)
        .some(
          ([x1, x2, y1, y2, z1, z2]) => x1 <= x && x < x2 && y1 <= y && y < y2 && z1 <= z && z < z2,
        );
    const chosen = one_coordinates.filter(isCleared).map(([x, y, z]) => [x, z * (B + 1) + y]);
    return gridPicture(cells, { clues: { top }, chosen });
  },

  solve: ({ A, B, C, one_coordinates }) =>
    formatRows(
      fewestPlanes(one_coordinates).flatMap((planes, axis) =>
        planes.map((at) =>
          [A, B, C].flatMap((side, other) => (other === axis ? [at, at + 1] : [0, side])),
        ),
      ),
    ),
});

/**
 * How often each cell of the box is cleared, with one more plane on each side: the differences at
 * the corners of each operation, summed up along each axis. O(operations + box).
 */
function timesCleared(
  operations: readonly (readonly number[])[],
  [A, B, C]: readonly number[],
): Int32Array {
  const strides = [(B + 1) * (C + 1), C + 1, 1];
  const times = new Int32Array((A + 1) * strides[0]);
  for (const [x1, x2, y1, y2, z1, z2] of operations) {
    for (const [x, inX] of [
      [x1, 1],
      [x2, -1],
    ]) {
      for (const [y, inY] of [
        [y1, 1],
        [y2, -1],
      ]) {
        const line = x * strides[0] + y * strides[1];
        times[line + z1] += inX * inY;
        times[line + z2] -= inX * inY;
      }
    }
  }
  for (const [axis, side] of [A, B, C].entries()) {
    for (let at = 0; at < times.length; at++) {
      const isFirst = Math.floor(at / strides[axis]) % (side + 1) === 0;
      if (!isFirst) times[at] += times[at - strides[axis]];
    }
  }
  return times;
}
