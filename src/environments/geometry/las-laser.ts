import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { crossProduct, type Point } from "../toolkit/geometry/points.ts";
import { counting } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** The dynamic programming takes N² steps. */
const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  segments: z.array(z.tuple([integer, integer, integer, integer])),
  K: integerFrom(1),
  reference_answer: integerFrom(1),
}).check(
  lengths("N", "segments"),
  within("segments", 1, ({ N }) => 2 * N),
  within("K", 1, "N"),
);

type Segments = readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];

/**
 * Few segments are often all hit: N is right in 87 % of the problems of level 0 and more than a third
 * at level 3.
 */
export const lasLaser = defineEnvironment({
  id: "LASLaser",
  title: "Rays through segments",
  summary:
    "Hit as many segments as possible with at most K rays from the origin, each segment by at most one ray.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),
  generate({ N }, random) {
    const segments = Array.from({ length: N }, (): [number, number, number, number] => {
      const [x1, y1, x2, y2] = random.integers(4, 1, 2 * N);
      return [x1, y1, x2, y2];
    });
    const most = mostHit(segments, N);
    // Numbers of rays of which the last one is needed.
    const needed = most.flatMap((hit, rays) => (rays > 0 && hit > most[rays - 1] ? [rays] : []));
    const K = random.choice(needed);
    return { N, segments, K, reference_answer: most[K] };
  },

  prompt: ({ N, segments, K }) =>
    `Here are ${N} segments in the plane, one a line, each by its two end points, which may coincide:
${formatLines(segments, ([x1, y1, x2, y2]) => `(${x1}, ${y1}) to (${x2}, ${y2})`)}

Choose at most ${K === 1 ? "1 ray that starts at the origin (0, 0), in any direction" : `${K} rays that start at the origin (0, 0), in any directions`}. A ray hits a segment if they have at least one point in common; end points of the segment count. Rays pass through segments. No segment may be hit by more than one of the chosen rays. What is the largest number of segments that all chosen rays together can hit?

Answer with that number as one integer, like this: s`,

  ...exactInteger(({ segments, K }: { segments: Segments; K: number }) => mostHit(segments, K)[K]),

  picture: ({ segments }) =>
    pointsPicture([[0, 0]], {
      labels: ["origin"],
      lines: segments.map(([x1, y1, x2, y2]) => [
        [x1, y1],
        [x2, y2],
      ]),
    }),
});

/**
 * The most segments that at most 0, 1, …, K rays hit. A segment is an interval of directions, and
 * rays through end points do. With the last ray in a direction, all rays before it lie before the
 * first start of an interval that it hits. O(N log N + N·K).
 */
function mostHit(segments: Segments, K: number): number[] {
  const ends = segments.map(([x1, y1, x2, y2]): [Point, Point] => {
    return crossProduct([x1, y1], [x2, y2]) >= 0
      ? [
          [x1, y1],
          [x2, y2],
        ]
      : [
          [x2, y2],
          [x1, y1],
        ];
  });
  const sorted = ends.flat().sort((a, b) => crossProduct(b, a));
  // The places 1, 2, … of the different directions, by point.
  const places = new Map<Point, number>();
  let last = 0;
  for (const [index, point] of sorted.entries()) {
    if (index === 0 || crossProduct(sorted[index - 1], point) > 0) last++;
    places.set(point, last);
  }

  const hit = new Array<number>(last + 2).fill(0);
  const firstStart = hit.map((_, place) => place);
  for (const [first, second] of ends) {
    const [start, end] = [places.get(first) ?? 0, places.get(second) ?? 0];
    hit[start]++;
    hit[end + 1]--;
    firstStart[end] = Math.min(firstStart[end], start);
  }
  for (let place = 1; place <= last; place++) hit[place] += hit[place - 1];
  for (let place = last - 1; place >= 1; place--) {
    firstStart[place] = Math.min(firstStart[place], firstStart[place + 1]);
  }

  const most = [0];
  let before = new Array<number>(last + 1).fill(0);
  for (let rays = 1; rays <= K; rays++) {
    const now = [0];
    for (let place = 1; place <= last; place++) {
      now.push(Math.max(now[place - 1], before[firstStart[place] - 1] + hit[place]));
    }
    most.push(now[last]);
    before = now;
  }
  return most;
}
