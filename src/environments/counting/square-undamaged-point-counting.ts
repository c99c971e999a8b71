import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { latticePicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Solving takes the fourth power. */
const LARGEST = 120;

const coordinate = integerFrom(0, LARGEST);
const Point = z.tuple([coordinate, coordinate]);
type Point = z.infer<typeof Point>;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  damaged_points: z.array(Point),
  reference_answer: integerFrom(0),
}).check(
  holds(
    "damaged_points",
    ({ N, M, damaged_points }) => damaged_points.every(([x, y]) => x <= N && y <= M),
    "must lie within the rectangle",
  ),
  holds(
    "damaged_points",
    ({ damaged_points }) => new Set(damaged_points.map(String)).size === damaged_points.length,
    "must all differ",
  ),
);

interface Lattice {
  N: number;
  M: number;
  damaged_points: readonly Point[];
}

/** At level 0 the rectangle has at most nine points, and half of the answers are 0. */
export const squareUndamagedPointCounting = defineEnvironment({
  id: "SquareUndamagedPointCounting",
  title: "Squares of undamaged points",
  summary:
    "Count squares (tilted ones too) with lattice vertices in a rectangle, avoiding damaged points.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 2 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(1, MAX_N_M);
    const M = random.integer(1, MAX_N_M);
    const count = random.integer(1, Math.min(N * M, MAX_N_M));
    const damaged_points = random
      .distinctIntegers(count, 0, (N + 1) * (M + 1) - 1)
      .map((point): Point => [Math.floor(point / (M + 1)), point % (M + 1)]);
    const reference_answer = countSquares({ N, M, damaged_points });
    return { MAX_N_M, N, M, damaged_points, reference_answer };
  },

  prompt: ({ N, M, damaged_points }) =>
    `Consider the points (x, y) with integer coordinates 0 ≤ x ≤ ${N} and 0 ≤ y ≤ ${M}. ${damaged_points.length === 1 ? "This point is" : `These ${formatCount(damaged_points.length, "point")} are`} damaged:
${formatEdges(damaged_points)}

How many squares have their four vertices among these points, none of them damaged? Squares may be tilted: their sides need not be parallel to the axes.

Answer with the number of squares as one integer, like this: n`,

  picture: ({ N, M, damaged_points }) => latticePicture(N, M, damaged_points),

  ...nearInteger({ beta: 10, least: 0 }, countOneByOne),
});

/**
 * All squares without those that have a damaged vertex, by inclusion and exclusion over which of their
 * vertices are damaged: with one (by quadrants), with two as a side or diagonal, and with three and
 * four of them. O(D² + D · (N + M)).
 */
function countSquares({ N, M, damaged_points }: Lattice): number {
  const isDamaged = new Set(damaged_points.map(([x, y]) => x * (M + 1) + y));
  const isInside = (x: number, y: number) => x >= 0 && x <= N && y >= 0 && y <= M;
  const damaged = (x: number, y: number) => isDamaged.has(x * (M + 1) + y);
  let count = 0;
  for (let s = 1; s <= Math.min(N, M); s++) count += (N - s + 1) * (M - s + 1) * s;
  let [withOne, withTwo, withThree, withFour] = [0, 0, 0, 0];
  for (const [x, y] of damaged_points) withOne += squaresAt(x, y, N, M);
  for (const [index, [ax, ay]] of damaged_points.entries()) {
    for (const [bx, by] of damaged_points.slice(0, index)) {
      for (const [c, d] of squaresOn(ax, ay, bx, by)) {
        if (!isInside(...c) || !isInside(...d)) continue;
        withTwo++;
        const more = Number(damaged(...c)) + Number(damaged(...d));
        withThree += more; // each third vertex is found from three pairs
        if (more === 2) withFour++; // from six pairs
      }
    }
  }
  // A square with three damaged vertices has three pairs of them, each with one third one.
  return count - withOne + withTwo - withThree / 3 + withFour / 6;
}

/**
 * The squares within the rectangle that have the point as a vertex: in each quarter turn, the side
 * (dx, dy) from it with dx ≥ 1 and dy ≥ 0, then (−dy, dx), reaches dx to the right, dy to the left and
 * dx + dy up.
 */
function squaresAt(x: number, y: number, N: number, M: number): number {
  let count = 0;
  for (const [left, right, up] of [
    [x, N - x, M - y],
    [y, M - y, x],
    [N - x, x, y],
    [M - y, y, N - x],
  ]) {
    for (let dx = 1; dx <= Math.min(right, up); dx++) count += Math.min(left, up - dx) + 1;
  }
  return count;
}

type Pair = readonly [x: number, y: number];

/** The other two vertices of the three squares with the segment as a side or diagonal. */
function squaresOn(ax: number, ay: number, bx: number, by: number): [Pair, Pair][] {
  const [dx, dy] = [bx - ax, by - ay];
  const squares: [Pair, Pair][] = [
    [
      [ax - dy, ay + dx],
      [bx - dy, by + dx],
    ],
    [
      [ax + dy, ay - dx],
      [bx + dy, by - dx],
    ],
  ];
  if ((dx + dy) % 2 === 0) {
    const [cx, cy] = [(ax + bx) / 2, (ay + by) / 2];
    squares.push([
      [cx - dy / 2, cy + dx / 2],
      [cx + dy / 2, cy - dx / 2],
    ]);
  }
  return squares;
}

/** Each lowest vertex (the left one of two) and each side from it. O(N · M · max(N, M)²). */
function countOneByOne({ N, M, damaged_points }: Lattice): number {
  const isFine = Array.from({ length: N + 1 }, () => new Uint8Array(M + 1).fill(1));
  for (const [x, y] of damaged_points) isFine[x][y] = 0;
  let count = 0;
  for (let x = 0; x <= N; x++) {
    for (let y = 0; y <= M; y++) {
      if (isFine[x][y] === 0) continue;
      for (let dx = 1; x + dx <= N; dx++) {
        for (let dy = 0; dy <= x && y + dx + dy <= M; dy++) {
          const [right, left] = [isFine[x + dx][y + dy], isFine[x - dy][y + dx]];
          count += right & left & isFine[x + dx - dy][y + dx + dy];
        }
      }
    }
  }
  return count;
}
