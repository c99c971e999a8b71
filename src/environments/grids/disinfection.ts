import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
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

/** The search takes up to 2^length steps, and bit masks of 31 bits. */
const LARGEST = 30;
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

type Cell = readonly [number, number, number];
/** Per axis, the coordinates of the planes that are cleared. */
type Planes = readonly (readonly number[])[];

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

/**
 * The fewest planes that hold all cells: a sub-box may be replaced by as many planes as it costs.
 * The layers along the axis with the fewest occupied ones are chosen or not, the fullest first; the
 * cells of those that are not chosen are edges of a bipartite graph of the other two axes, which
 * needs as many planes as its maximum matching has edges (Kőnig). The matching is augmented along
 * the search, which is cut where it cannot beat the best. O(2^layers · side³) at worst.
 */
function fewestPlanes(cells: readonly Cell[]): Planes {
  const occupied = AXES.map((_, axis) => new Set(cells.map((cell) => cell[axis])));
  const axis = [0, 1, 2].reduce((a, b) => (occupied[b].size < occupied[a].size ? b : a));
  const [rowAxis, columnAxis] = [0, 1, 2].filter((other) => other !== axis);
  const layers = [...occupied[axis]]
    .map((at) => ({ at, cells: cells.filter((cell) => cell[axis] === at) }))
    .sort((a, b) => b.cells.length - a.cells.length);

  let best = { size: layers.length, chosen: layers.map(({ at }) => at), graph: emptyGraph() };
  const chosen: number[] = [];
  search(0, emptyGraph());
  const planes = AXES.map((): number[] => []);
  planes[axis] = best.chosen;
  [planes[rowAxis], planes[columnAxis]] = vertexCover(best.graph);
  return planes;

  function search(depth: number, graph: Matched): void {
    const size = chosen.length + graph.size;
    if (size >= best.size) return;
    if (depth === layers.length) {
      best = { size, chosen: [...chosen], graph };
      return;
    }
    const layer = layers[depth];
    const edges = layer.cells.map((cell) => [cell[rowAxis], cell[columnAxis]] as const);
    search(depth + 1, withEdges(graph, edges));
    chosen.push(layer.at);
    search(depth + 1, graph);
    chosen.pop();
  }
}

/** A bipartite graph, the columns next to a row as a bit mask, with a maximum matching. */
interface Matched {
  readonly next: Int32Array;
  /** The row matched with each column, −1 for none. */
  readonly rowOf: Int8Array;
  readonly isMatched: Uint8Array;
  readonly size: number;
}

function emptyGraph(): Matched {
  return {
    next: new Int32Array(LARGEST),
    rowOf: new Int8Array(LARGEST).fill(-1),
    isMatched: new Uint8Array(LARGEST),
    size: 0,
  };
}

/** A copy with further edges, its matching augmented from every row that is not matched yet. */
function withEdges(graph: Matched, edges: readonly (readonly [number, number])[]): Matched {
  const next = graph.next.slice();
  const rowOf = graph.rowOf.slice();
  const isMatched = graph.isMatched.slice();
  for (const [row, column] of edges) next[row] |= 1 << column;
  let size = graph.size;
  let seen = 0;
  const augment = (row: number): boolean => {
    for (;;) {
      const open = next[row] & ~seen;
      if (open === 0) return false;
      const column = 31 - Math.clz32(open);
      seen |= 1 << column;
      if (rowOf[column] !== -1 && !augment(rowOf[column])) continue;
      rowOf[column] = row;
      return true;
    }
  };
  for (let row = 0; row < LARGEST; row++) {
    if (isMatched[row] === 1 || next[row] === 0) continue;
    seen = 0;
    if (!augment(row)) continue;
    isMatched[row] = 1;
    size++;
  }
  return { next, rowOf, isMatched, size };
}

/**
 * A minimum vertex cover, rows and columns: of what alternating paths from unmatched rows reach, the
 * columns, and the matched rows that none reaches (Kőnig).
 */
function vertexCover({ next, rowOf, isMatched }: Matched): [rows: number[], columns: number[]] {
  const indices = Array.from({ length: LARGEST }, (_, index) => index);
  let columns = 0;
  const reached = indices.filter((row) => isMatched[row] === 0 && next[row] !== 0);
  for (const row of reached) {
    for (const column of indices) {
      if (((next[row] & ~columns) >> column) % 2 === 0) continue;
      columns |= 1 << column;
      reached.push(rowOf[column]);
    }
  }
  return [
    indices.filter((row) => isMatched[row] === 1 && !reached.includes(row)),
    indices.filter((column) => ((columns >> column) & 1) === 1),
  ];
}
