import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { decimalTuple } from "../toolkit/answer-forms/numbers.ts";
import { growing } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { betterThanBest, minimising } from "../toolkit/scoring/optima.ts";
import { malformed, malformedWords, partial } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";

const TOLERANCE = 0.001;
const BETA = 10;
/** Coordinates lie in [0, COORDINATE_MULTIPLE · N]. */
const COORDINATE_MULTIPLE = 2;
/** Far more than the rounding errors of the doubles below, far less than the tolerance. */
const ROUNDING = 1e-9;

/** Bounds the comparison of all pairs of points. */
const MAX_N = 1_000;

const radius = minimising({ beta: BETA });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  points: integerPairsFrom(0, COORDINATE_MULTIPLE * MAX_N),
  gold_answer: z.number().positive(),
  reference_answer: z.string(),
}).check(
  lengths("N", "points"),
  holds(
    "points",
    ({ points }) => points.every((point, index) => seesAllApart(point, points.slice(0, index))),
    "must all differ, no three of them on a line",
  ),
);

type Point = [x: number, y: number];

export const smallestCircle = defineEnvironment({
  id: "SmallestCircle",
  title: "Smallest enclosing circle",
  summary: "Give centre and radius of a smallest circle covering N points, within 0.001.",
  reward: `${radius.words}, which passes up to best + ${TOLERANCE}; a point not covered 0, ${malformedWords("radius not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const points = random.shuffle(pointsInGeneralPosition(N, random));
    const circle = enclosingCircle(points);
    return { N, points, gold_answer: circle.r, reference_answer: formatCircle(circle) };
  },

  prompt: ({ N, points }) =>
    `Here are ${N} different points of the plane, no three of them collinear. Each line holds the coordinates x and y of one point:
${formatRows(points)}

Find the circle of the smallest radius that covers all the points: each of them lies inside the circle or on it. A point may lie outside by at most ${TOLERANCE}, and the radius may exceed the smallest possible one by as much, so four decimals are enough.

Answer with the centre's coordinates x and y and the radius r as three decimal numbers on one line, separated by spaces, like this: x y r`,

  answer: decimalTuple(3),

  score([x, y, r], { points, gold_answer }) {
    if (!(r > 0)) return malformed(`radius ${formatFigure(r)} is not positive`);
    if (!Number.isFinite(x * x) || !Number.isFinite(y * y)) return malformed("centre out of range");
    for (const point of points) {
      if (distance(point, x, y) > r + TOLERANCE) {
        return partial(0, `the point ${point.join(" ")} is not covered`);
      }
    }
    if (r < gold_answer - 2 * TOLERANCE) return betterThanBest(r, gold_answer);
    return radius.verdict(Math.max(r, gold_answer), gold_answer);
  },

  picture: ({ points }, circle) =>
    pointsPicture(points, { addedCircles: circle && [[circle[0], circle[1], circle[2]]] }),

  solve: ({ points }) => formatCircle(enclosingCircle(points)),

  passingThreshold: ({ gold_answer }) => (gold_answer / (gold_answer + TOLERANCE)) ** BETA,
});

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

function formatCircle({ x, y, r }: Circle): string {
  return `${x} ${y} ${r}`;
}

/** Not Math.hypot, whose last digit may differ between JavaScript engines. */
function distance([px, py]: Point, x: number, y: number): number {
  const [dx, dy] = [px - x, py - y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** Random points, each drawn again until it differs from all earlier ones and aligns with no two. */
function pointsInGeneralPosition(N: number, random: Random): Point[] {
  const largest = COORDINATE_MULTIPLE * N;
  const points: Point[] = [];
  const draw = () => {
    const point: Point = [random.integer(0, largest), random.integer(0, largest)];
    return seesAllApart(point, points) ? point : undefined;
  };
  while (points.length < N) points.push(redrawUntil(draw));
  return points;
}

/**
 * Whether the lines from a point to the others have different slopes, O(N). Division rounds
 * correctly, so equal slopes are equal doubles, and different ones differ below 2^26.
 */
function seesAllApart([x, y]: Point, others: readonly Point[]): boolean {
  const slopes = new Set<number>();
  for (const [otherX, otherY] of others) {
    if (otherX === x && otherY === y) return false;
    slopes.add(otherX === x ? Number.POSITIVE_INFINITY : (otherY - y) / (otherX - x));
  }
  return slopes.size === others.length;
}

/**
 * The smallest enclosing circle of points in random order: the incremental method of Welzl, in
 * which a point outside the circle so far lies on the next one; expected O(N).
 */
function enclosingCircle(points: readonly Point[]): Circle {
  let circle: Circle = { x: 0, y: 0, r: -1 };
  const isCovered = (point: Point) => distance(point, circle.x, circle.y) <= circle.r + ROUNDING;
  for (const [i, a] of points.entries()) {
    if (isCovered(a)) continue;
    circle = { x: a[0], y: a[1], r: 0 };
    for (let j = 0; j < i; j++) {
      const b = points[j];
      if (isCovered(b)) continue;
      circle = circleOnDiameter(a, b);
      for (let k = 0; k < j; k++) {
        if (!isCovered(points[k])) circle = circumcircle(a, b, points[k]);
      }
    }
  }
  return circle;
}

function circleOnDiameter(a: Point, b: Point): Circle {
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return { x, y, r: distance(a, x, y) };
}

/** The circle through three points that are not on one line. */
function circumcircle(a: Point, b: Point, c: Point): Circle {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const determinant = 2 * (bx * cy - by * cx);
  const [x, y] = [(cy * b2 - by * c2) / determinant, (bx * c2 - cx * b2) / determinant];
  return { x: a[0] + x, y: a[1] + y, r: Math.sqrt(x * x + y * y) };
}
