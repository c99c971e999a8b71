import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

/** Bounds the root of x by which `solve` counts up. */
const GREATEST = 1e12;
/** The one number of ones that the least side with room for it cannot hold, and its side. */
const [ODD_ONE, ITS_SIDE] = [3, 5];

const Parameters = z.object({ MAX_X: sizeFrom(1, GREATEST) });
const Instance = instanceOf(Parameters, {
  x: integerFrom(1, GREATEST),
  reference_answer: integerFrom(1),
}).check(holds("x", ({ x, MAX_X }) => x <= MAX_X, "must be at most MAX_X"));

// The side grows with the root of x, so that few answers are possible: at level 3, where x is at
// most 15, it is 5 for 9 of the 15; at low levels there are no more than MAX_X problems.
export const clearSymmetry = defineEnvironment({
  id: "ClearSymmetry",
  title: "Smallest clear symmetric matrix",
  summary: "Find the least side of a doubly symmetric 0/1 matrix with x ones, none beside another.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_X: 5 }, ({ MAX_X }) => ({ MAX_X: Math.floor(1.5 * MAX_X) })),

  generate({ MAX_X }, random) {
    const x = random.integer(1, MAX_X);
    return { MAX_X, x, reference_answer: leastSide(x) };
  },

  prompt: ({ x }) =>
    `Consider square matrices of n rows and n columns in which every entry is 0 or 1.
- A matrix is clear if no two ones are directly beside each other in a row or directly above each other in a column.
- A matrix is symmetric if it stays the same when the order of its rows is reversed, and also when the order of its columns is reversed.
- The sharpness of a matrix is the number of its ones.

What is the least n for which there is a clear and symmetric matrix of sharpness ${x}?

Answer with this number as one integer, like this: n`,

  ...exactInteger(({ x }: { x: number }) => leastSideByCounting(x)),
});

/**
 * In an even matrix the two middle rows and columns must be empty, which leaves no more room than
 * the odd matrix before has. An odd one holds up to (n² + 1) / 2 ones, like a chessboard, and any
 * smaller number but 3 where n = 3: there (n² + 1) / 2 ≥ x alone decides. O(1).
 */
function leastSide(x: number): number {
  if (x === ODD_ONE) return ITS_SIDE;
  // Below 2^53 the root is exact enough: it is an integer exactly when 2x − 1 is a square.
  const root = Math.ceil(Math.sqrt(2 * x - 1));
  return root % 2 === 1 ? root : root + 1;
}

/** Odd sides are tried in turn. O(√x). */
function leastSideByCounting(x: number): number {
  if (x === ODD_ONE) return ITS_SIDE;
  let side = 1;
  while ((side * side + 1) / 2 < x) side += 2;
  return side;
}
