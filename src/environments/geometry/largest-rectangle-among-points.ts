import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { crossProduct, type Point, turn } from "../toolkit/geometry/points.ts";
import { growing } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** All pairs of points are kept at once. */
const MAX_N = 500;
/** Cross products are exact. */
const MAX_COORDINATE = 1_000_000;

const area = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(5, MAX_N) });
const Instance = instanceOf(Parameters, {
  points: integerPairsFrom(-MAX_COORDINATE, MAX_COORDINATE),
  gold_answer: integerFrom(1),
}).check(lengths("N", "points"));

export const largestRectangleAmongPoints = defineEnvironment({
  id: "LargestRectangle_AmongPoints",
  title: "Largest rectangle among points",
  summary:
    "Pick four of the given points that form a rectangle in any orientation with the largest possible area.",
  reward: `${area.words}; ${invalidWords("no rectangle")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const [low, high] = [-Math.ceil(N / 2), Math.floor(N / 2)];
    const [x, y] = random.integers(2, low, high);
    let [dx, dy] = [0, 0];
    while (dx === 0 && dy === 0) [dx, dy] = random.integers(2, low, high);
    const square: [number, number][] = [
      [x, y],
      [x + dx, y + dy],
      [x - dy, y + dx],
      [x + dx - dy, y + dy + dx],
    ];
    const others = Array.from({ length: N - 4 }, (): [number, number] => [
      random.integer(-N, N),
      random.integer(-N, N),
    ]);
    const points = random.shuffle([...square, ...others]);
    return { N, points, gold_answer: largestRectangle(points).area };
  },

  prompt: ({ N, points }) =>
    `Here are ${N} points of the plane, numbered from 0, one a line; points may coincide:
${formatLines(points, ([x, y], index) => `${index}: (${x}, ${y})`)}

Choose four of them that are the corners of a rectangle, whose sides have positive lengths and need not be parallel to the axes, so that its area is as large as possible.

Answer with the numbers of the four points in any order, separated by spaces, like this: a b c d`,

  answer: integerTuple(4),

  score(indices, { N, points, gold_answer }) {
    const fault = findRangeFault(indices, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const reached = rectangleArea(indices.map((index) => points[index]));
    if (reached === undefined) return invalid("the points are no corners of a rectangle");
    return area.verdict(reached, gold_answer);
  },

  picture: ({ points }, chosen) => pointsPicture(points, { base: 0, chosen }),

  solve: ({ points }) => largestRectangle(points).corners.join(" "),
});

function squaredDistance([ax, ay]: Point, [bx, by]: Point): number {
  return (bx - ax) ** 2 + (by - ay) ** 2;
}

/** The area of the rectangle with these corners, in any order; undefined if they are none. */
function rectangleArea([a, ...others]: readonly Point[]): number | undefined {
  const [b, d, c] = others.toSorted((p, q) => squaredDistance(a, p) - squaredDistance(a, q));
  const isParallelogram = b[0] + d[0] === a[0] + c[0] && b[1] + d[1] === a[1] + c[1];
  const isRight = squaredDistance(a, c) === squaredDistance(b, d);
  const size = Math.abs(turn(a, b, d));
  return isParallelogram && isRight && size > 0 ? size : undefined;
}

/**
 * Two segments are the diagonals of a rectangle exactly if they have the same middle and length:
 * pairs of distinct points, grouped by both. O(N²) pairs, and the pairs of each group.
 */
function largestRectangle(points: readonly Point[]): { corners: number[]; area: number } {
  const indexOf = new Map(points.map((point, index) => [point.join(), index]));
  const distinct = [...indexOf.values()];
  const diagonals = new Map<string, [number, number][]>();
  let best = { corners: [0, 0, 0, 0], area: 0 };
  for (const [place, i] of distinct.entries()) {
    for (const j of distinct.slice(0, place)) {
      const [a, c] = [points[i], points[j]];
      const key = `${squaredDistance(a, c)} ${a[0] + c[0]} ${a[1] + c[1]}`;
      const others = diagonals.get(key) ?? [];
      for (const [k, l] of others) {
        const [b, d] = [points[k], points[l]];
        // The diagonals' cross product is twice the area.
        const product = crossProduct([c[0] - a[0], c[1] - a[1]], [d[0] - b[0], d[1] - b[1]]);
        const size = Math.abs(product) / 2;
        if (size > best.area) best = { corners: [i, j, k, l], area: size };
      }
      diagonals.set(key, others);
      others.push([i, j]);
    }
  }
  return best;
}
