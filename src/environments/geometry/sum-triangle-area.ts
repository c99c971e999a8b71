import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { crossProduct, type Point } from "../toolkit/geometry/points.ts";
import { counting } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatEdges } from "../toolkit/text/edges.ts";

/** Solving takes N³ steps. */
const MAX_N = 200;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  points: integerPairsFrom(0),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "points"),
  within("points", 0, "N"),
  holds("points", ({ N, points }) => new Set(points.map(String)).size === N, "must all differ"),
);

export const sumTriangleArea = defineEnvironment({
  id: "SumTriangleArea",
  title: "Doubled sum of triangle areas",
  summary:
    "Report twice the total area of all triangles formed by triples of the given grid points.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const points = random
      .distinctIntegers(N, 0, (N + 1) ** 2 - 1)
      .map((point): [number, number] => [Math.floor(point / (N + 1)), point % (N + 1)]);
    return { N, points, reference_answer: doubledAreas(points) };
  },

  prompt: ({ N, points }) =>
    `Here are ${N} distinct points of the plane, one a line as (x, y):
${formatEdges(points)}

Any three of the points form a triangle; if they lie on one line, its area is 0. Add up the areas of the triangles over all sets of three of the points. What is twice this sum (an integer)?

Answer with it as one integer, like this: s`,

  ...nearInteger({ beta: 10, least: 0 }, ({ points }: { points: readonly Point[] }) =>
    areasOneByOne(points),
  ),

  picture: ({ points }) => pointsPicture(points),
});

/**
 * From each point, taken in the order of x and then y, the later ones by angle: the cross products of
 * each with all that come behind it in that order, by their sum. O(N² log N).
 */
function doubledAreas(points: readonly Point[]): number {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let total = 0;
  for (const [index, [x, y]] of sorted.entries()) {
    const around = sorted.slice(index + 1).map(([u, v]): Point => [u - x, v - y]);
    around.sort((a, b) => crossProduct(b, a));
    let [sumX, sumY] = [0, 0];
    for (const vector of around.reverse()) {
      total += crossProduct(vector, [sumX, sumY]);
      sumX += vector[0];
      sumY += vector[1];
    }
  }
  return total;
}

/** All triples. O(N³). */
function areasOneByOne(points: readonly Point[]): number {
  let total = 0;
  for (const [i, [ax, ay]] of points.entries()) {
    for (const [j, [bx, by]] of points.slice(0, i).entries()) {
      for (const [cx, cy] of points.slice(0, j)) {
        total += Math.abs(crossProduct([bx - ax, by - ay], [cx - ax, cy - ay]));
      }
    }
  }
  return total;
}
