import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import {
  convexHull,
  crossProduct,
  isInGeneralPosition,
  type Point,
} from "../toolkit/geometry/points.ts";
import { counting } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { randomPointsInGeneralPosition } from "../toolkit/random/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** The search for a polygon takes N³ steps, and so does the test for lines through two points. */
const MAX_N = 60;

const size = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  points: integerPairsFrom(0),
  gold_answer: integerFrom(3),
}).check(
  lengths("N", "points"),
  within("points", 0, "N"),
  holds(
    "points",
    ({ points }) => isInGeneralPosition(points),
    "must not hold three points on a line",
  ),
);

/** At level 0, with five points, two of five random choices of points are best. */
export const largestConvexPolygon = defineEnvironment({
  id: "LargestConvexPolygon",
  title: "Most points in convex position",
  summary:
    "Choose as many of the given points as possible so that all of them are vertices of one convex polygon.",
  reward: `${size.words}; ${invalidWords("repeated or no point")}; ${unsuccessfulWords("not convex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 5 }),

  generate({ N }, random) {
    const points = randomPointsInGeneralPosition(N, N, random);
    return { N, points, gold_answer: largestPolygon(points).length };
  },

  prompt: ({ N, points }) =>
    `Here are ${N} distinct points of the plane with integer coordinates, numbered from 1, one a line; no three of them lie on one line:
${formatLines(points, ([x, y], index) => `${index + 1}: (${x}, ${y})`)}

Choose as many of them as possible, at least 3 and each at most once, so that all chosen points are corners of one convex polygon.

Answer with the numbers of the chosen points in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(labels, { N, points, gold_answer }) {
    const fault = findIndexFault(labels, N, 1);
    if (fault !== undefined) return invalid(fault);
    if (labels.length < 3) return unsuccessful(`only ${formatCount(labels.length, "point")}`);
    const corners = convexHull(labels.map((label) => points[label - 1])).length;
    if (corners < labels.length) {
      return unsuccessful(`only ${corners} of ${labels.length} points are corners of their hull`);
    }
    return size.verdict(labels.length, gold_answer);
  },

  picture: ({ points }, chosen) => pointsPicture(points, { base: 1, chosen }),

  solve: ({ points }) =>
    largestPolygon(points)
      .map((index) => index + 1)
      .join(" "),
});

/** A chain of edges by the points that they lead to, the last one first. */
interface Chain {
  readonly length: number;
  readonly point: number;
  readonly before: Chain | undefined;
}

/**
 * The indices of the most points in convex position. Going round a convex polygon, edges turn once
 * through all directions: from each point in turn, the longest chain back to it that takes directed
 * edges in the order of their angles. O(N³).
 */
function largestPolygon(points: readonly Point[]): number[] {
  const edges = edgesByAngle(points);
  let longest: Chain | undefined;
  for (const start of points.keys()) {
    const chains: (Chain | undefined)[] = points.map(() => undefined);
    chains[start] = { length: 0, point: start, before: undefined };
    for (const { from, to } of edges) {
      const chain = chains[from];
      if (chain === undefined) continue;
      const length = chain.length + 1;
      if (to === start) {
        if (length > (longest?.length ?? 0)) longest = { length, point: to, before: chain };
      } else if (length > (chains[to]?.length ?? 0)) {
        chains[to] = { length, point: to, before: chain };
      }
    }
  }
  const corners: number[] = [];
  for (let chain = longest; chain?.before !== undefined; chain = chain.before) {
    corners.push(chain.point);
  }
  return corners;
}

function edgesByAngle(points: readonly Point[]) {
  const edges = points.flatMap(([ax, ay], from) =>
    points.flatMap(([bx, by], to): { from: number; to: number; along: Point }[] =>
      from === to ? [] : [{ from, to, along: [bx - ax, by - ay] }],
    ),
  );
  const isUpper = ([x, y]: Point) => y > 0 || (y === 0 && x > 0);
  return edges.sort(
    (a, b) => Number(isUpper(b.along)) - Number(isUpper(a.along)) || crossProduct(b.along, a.along),
  );
}
