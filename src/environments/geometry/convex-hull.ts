import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import {
  doubledArea,
  convexHull as hullOf,
  isInGeneralPosition,
  type Point,
  turn,
} from "../toolkit/geometry/points.ts";
import { growing } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { randomPointsInGeneralPosition } from "../toolkit/random/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** The test for lines through two points takes N³ steps at worst. */
const MAX_N = 100;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  points: integerPairsFrom(0),
  reference_answer: integerFrom(1),
}).check(
  lengths("N", "points"),
  within("points", 0, "N"),
  holds(
    "points",
    ({ points }) => isInGeneralPosition(points),
    "must not hold three points on a line",
  ),
);

/**
 * The hull of many points in a square is nearly the square: at level 20 the answer of another problem
 * earns 0.86 in the mean, though it is hardly ever right.
 */
export const convexHull = defineEnvironment({
  id: "ConvexHull",
  title: "Doubled convex hull area",
  summary: "Compute twice the area of the convex hull of N integer points in general position.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const points = randomPointsInGeneralPosition(N, N, random);
    return { N, points, reference_answer: doubledArea(hullOf(points)) };
  },

  prompt: ({ N, points }) =>
    `Here are ${N} distinct points of the plane with integer coordinates, numbered from 0, one a line; no three of them lie on one line:
${formatLines(points, ([x, y], index) => `${index}: (${x}, ${y})`)}

The convex hull of the points is the smallest convex polygon that contains all of them. What is twice its area (an integer)?

Answer with it as one integer, like this: s`,

  ...nearInteger({ beta: 5, least: 1 }, ({ points }: { points: readonly Point[] }) =>
    areaByWrapping(points),
  ),

  picture: ({ points }) => pointsPicture(points, { base: 0 }),
});

/** Gift wrapping (Jarvis 1973): from each corner to the point with all others to its left. O(N · corners). */
function areaByWrapping(points: readonly Point[]): number {
  const first = points.reduce((lowest, point) =>
    point[0] < lowest[0] || (point[0] === lowest[0] && point[1] < lowest[1]) ? point : lowest,
  );
  const corners: Point[] = [];
  let corner = first;
  do {
    corners.push(corner);
    let next = points.find((point) => point !== corner) ?? corner;
    for (const point of points) {
      if (point !== corner && turn(corner, next, point) < 0) next = point;
    }
    corner = next;
  } while (corner !== first && corners.length <= points.length);
  return doubledArea(corners);
}
