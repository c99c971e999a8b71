import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { FlowNetwork } from "../toolkit/graphs/max-flow.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

/** Bounds the network, of P · Q · R vertices. */
const LARGEST = 40;

const cost = minimising({ beta: 5 });

const Parameters = z.object({ MAX_P_Q_R: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  P: integerFrom(1, LARGEST),
  Q: integerFrom(1, LARGEST),
  R: integerFrom(1, LARGEST),
  costs: z.array(integerRowsFrom(1, 1_000_000)),
  D: integerFrom(0, LARGEST),
  gold_answer: integerFrom(1),
}).check(
  matrix("costs", "P", "Q"),
  holds(
    "costs",
    ({ R, costs }) => costs.every((row) => row.every(({ length }) => length === R)),
    "must have R costs for each cell",
  ),
);

type Costs = readonly (readonly (readonly number[])[])[];
type Heights = readonly (readonly number[])[];

// Grids of level 0 have four cells, of heights 0 and 1: all 0 is right in two fifths of the cases.
export const minCubeAssignment = defineEnvironment({
  id: "MinCubeAssignment",
  title: "Smooth heights on a grid",
  summary: "Give each cell a height, close to its neighbours' heights, at the least total cost.",
  reward: `${cost.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_P_Q_R: 2 }),

  generate({ MAX_P_Q_R }, random) {
    const [P, Q, R] = random.integers(3, 2, MAX_P_Q_R);
    const costs = Array.from({ length: P }, () =>
      Array.from({ length: Q }, () => random.integers(R, 1, P * Q)),
    );
    const D = random.integer(0, R - 1);
    return { MAX_P_Q_R, P, Q, R, costs, D, gold_answer: costOf(cheapestHeights(costs, D), costs) };
  },

  prompt: ({ P, Q, R, costs, D }) =>
    `A grid has ${formatGridSize(P, Q)}, both numbered from 0. Every cell gets a height f from 0 to ${R - 1}, which costs as much as this list says: for each cell (row, column), the costs of the heights from 0 to ${R - 1} in this order.
${costs.flatMap((row, i) => row.map((list, j) => `(${i}, ${j}): ${list.join(" ")}`)).join("\n")}

Choose the heights so that those of any two cells that share a side ${D === 0 ? "are equal" : `differ by at most ${D}`}, and the total cost of all cells is as small as possible.

Answer with ${P} lines of ${Q} heights each, separated by spaces, in the layout of the grid, like this:
${placeholderGrid(P, Q)}`,

  answer: integerMatrix,

  score(heights, { P, Q, R, costs, D, gold_answer }) {
    const shapeFault = findShapeFault(heights, P, Q);
    if (shapeFault !== undefined) return invalid(shapeFault);
    for (const [i, row] of heights.entries()) {
      const fault = findRangeFault(row, 0, R - 1);
      if (fault !== undefined) return invalid(fault);
      for (const [j, height] of row.entries()) {
        const besides = [row[j - 1] ?? height, heights[i - 1]?.[j] ?? height];
        if (besides.every((other) => Math.abs(height - other) <= D)) continue;
        return invalid(`cell (${i}, ${j}) differs by more than ${D} from a neighbour`);
      }
    }
    return cost.verdict(costOf(heights, costs), gold_answer);
  },

  picture: ({ P, Q, costs }, filled) =>
    gridPicture(
      costs.map((row) => row.map((cell) => cell.join(" "))),
      { clues: lineNumbers(P, Q), filled },
    ),

  solve: ({ costs, D }) => formatRows(cheapestHeights(costs, D)),
});

function costOf(heights: Heights, costs: Costs): number {
  let total = 0;
  for (const [i, row] of heights.entries()) {
    for (const [j, height] of row.entries()) total += costs[i][j][height];
  }
  return total;
}

/** Heights of least cost. */
function cheapestHeights(costs: Costs, D: number): number[][] {
  return D === 0 ? cheapestLevel(costs) : cheapestCut(costs, D);
}

/** The one height for all cells that costs least. */
function cheapestLevel(costs: Costs): number[][] {
  const totals = costs[0][0].map((_, height) =>
    costOf(
      costs.map((row) => row.map(() => height)),
      costs,
    ),
  );
  const best = totals.indexOf(Math.min(...totals));
  return costs.map((row) => row.map(() => best));
}

/**
 * Heights of least cost: a minimum cut. A cell is a chain from the source to the sink whose edge k
 * costs as much as height k; cutting it there means that the cell has this height. Unbounded edges
 * from vertex k of a chain to vertex k − D of its neighbours forbid that these are lower by more
 * than D. The first vertex of a chain is the source, and the last one the sink. Dinic, about
 * 40 ms for 20 × 20 × 20.
 */
function cheapestCut(costs: Costs, D: number): number[][] {
  const [P, Q, R] = [costs.length, costs[0].length, costs[0][0].length];
  const [source, sink] = [P * Q * (R - 1), P * Q * (R - 1) + 1];
  const network = new FlowNetwork(sink + 1);
  const vertex = (i: number, j: number, k: number) =>
    k <= 0 ? source : k >= R ? sink : (i * Q + j) * (R - 1) + k - 1;
  for (const [i, row] of costs.entries()) {
    for (const [j, list] of row.entries()) {
      for (const [k, price] of list.entries()) {
        network.addEdge(vertex(i, j, k), vertex(i, j, k + 1), price);
      }
      for (const [down, right] of ORTHOGONAL_STEPS) {
        if (costs[i + down]?.[j + right] === undefined) continue;
        for (let k = D + 1; k < R; k++) {
          const lower = vertex(i + down, j + right, k - D);
          network.addEdge(vertex(i, j, k), lower, Number.POSITIVE_INFINITY);
        }
      }
    }
  }
  network.maximumFlow(source, sink);
  const reached = network.reachableFrom(source);
  return costs.map((row, i) =>
    row.map((list, j) => list.findIndex((_, k) => reached[vertex(i, j, k + 1)] === 0)),
  );
}
