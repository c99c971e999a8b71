import { z } from "zod";
import { bitsOf, countPaths, isSubmask, type Point } from "../engines/superset-paths/paths.ts";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

const MAX_MOD = 10_000;
/** Bitwise operators work on signed 32-bit integers. */
const LARGEST_COORDINATE = 2 ** 30 - 1;
/** Gold takes the square of the number of points. */
const LARGEST_O = 5_000;

const coordinate = integerFrom(0, LARGEST_COORDINATE);

const Parameters = z.object({
  MAX_N_M_R: sizeFrom(1, LARGEST_COORDINATE),
  MAX_O: sizeFrom(1, LARGEST_O),
});
const Instance = instanceOf(Parameters, {
  N: coordinate,
  M: coordinate,
  R: coordinate,
  O: integerFrom(1, LARGEST_O),
  obstacles: z.array(z.tuple([coordinate, coordinate, coordinate])),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  lengths("O", "obstacles"),
  holds(
    "obstacles",
    ({ N, M, R, obstacles }) => obstacles.every((point) => isSubmask(point, [N, M, R])),
    "must lie on ways to the target",
  ),
  holds(
    "obstacles",
    ({ N, M, R, obstacles }) =>
      new Set([[0, 0, 0], [N, M, R], ...obstacles].map(String)).size === obstacles.length + 2,
    "must all differ, also from start and target",
  ),
);

interface Journey {
  N: number;
  M: number;
  R: number;
  obstacles: readonly Point[];
  MOD: number;
}

/**
 * Many points are banned for the size of the space: no path is left in half of the problems of
 * level 0, 40 % at level 3 and 15 % at level 20.
 */
export const bannedPointSupersetPathCounting = defineEnvironment({
  id: "BannedPointSupersetPathCounting",
  title: "Paths of growing bit sets around banned points",
  summary:
    "Count paths in 3D where each step adds bits to one coordinate, avoiding forbidden points, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M_R: 1, MAX_O: 10 }),

  generate({ MAX_N_M_R, MAX_O }, random) {
    const target = redrawUntil(() => {
      const [N, M, R] = random.integers(3, 0, MAX_N_M_R);
      return bitsOf([N, M, R]) >= 2 ? ([N, M, R] satisfies Point) : undefined;
    });
    const O = random.integer(1, Math.min(MAX_O, 2 ** bitsOf(target) - 2));
    const obstacles = drawObstacles(target, O, random);
    const MOD = random.integer(2, MAX_MOD);
    const [N, M, R] = target;
    const reference_answer = countPaths(target, obstacles, MOD);
    return { MAX_N_M_R, MAX_O, N, M, R, O, obstacles, MOD, reference_answer };
  },

  prompt: ({ N, M, R, O, obstacles, MOD }) =>
    `In three-dimensional space, you start at the point (0, 0, 0) and want to get to the point (${N}, ${M}, ${R}). In each step, exactly one coordinate is replaced by a different value that has a 1 in every binary digit in which the old value has one (new AND old = old, bitwise); the other two stay as they are.

You must not visit ${O === 1 ? "this point" : `any of these ${O} points`}:
${formatLines(obstacles, (point) => `(${point.join(", ")})`)}

How many different paths are there? Two paths are different if they visit different sequences of points. Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countBackwards),
});

/** Different points between start and target, each coordinate a subset of a uniform size of bits. */
function drawObstacles(target: Point, count: number, random: Random): Point[] {
  const bits = target.map((value) =>
    Array.from({ length: 30 }, (_, bit) => 2 ** bit).filter((bit) => (value & bit) !== 0),
  );
  const drawCoordinate = (axis: number) =>
    random
      .sample(bits[axis], random.integer(0, bits[axis].length))
      .reduce((value, bit) => value + bit, 0);
  const points = new Map<string, Point>();
  const taken = new Set([String([0, 0, 0]), String(target)]);
  while (points.size < count) {
    const point: Point = [drawCoordinate(0), drawCoordinate(1), drawCoordinate(2)];
    if (!taken.has(String(point))) points.set(String(point), point);
  }
  return random.shuffle([...points.values()]);
}

/** The same backwards from the target: paths from each banned point that meet no further one. */
function countBackwards({ N, M, R, obstacles, MOD }: Journey): number {
  const mirrored = obstacles.map(([x, y, z]): Point => [x ^ N, y ^ M, z ^ R]);
  return countPaths([N, M, R], mirrored, MOD);
}
