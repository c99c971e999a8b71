import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { maximumMatching } from "../toolkit/graphs/bipartite-matching.ts";
import { growing } from "../toolkit/levels.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import {
  integerFrom,
  integerPairsFrom,
  integersFrom,
  sizeFrom,
} from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const matches = maximising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 300;

const Parameters = z.object({ MAX_C_N: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  C: sizeFrom(1, LARGEST),
  N: sizeFrom(1, LARGEST),
  points: integersFrom(0, LARGEST),
  segments: integerPairsFrom(0, LARGEST),
  gold_answer: integerFrom(1),
}).check(
  lengths("C", "points"),
  lengths("N", "segments"),
  holds(
    "segments",
    ({ segments }) => segments.every(([l, r]) => l <= r),
    "must not end before they begin",
  ),
);

type Segment = readonly [number, number];

/** At level 0 points and segments of the same number are a best matching in three problems of ten. */
export const maximumPointSegmentMatching = defineEnvironment({
  id: "MaximumPointSegmentMatching",
  title: "Point–segment matching",
  summary:
    "Match as many points as possible to segments containing them, each point and each segment used at most once.",
  reward: `${matches.words}; ${invalidWords("no match, or a point or segment twice")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_C_N: 3 }),

  generate({ MAX_C_N }, random) {
    const [C, N] = random.integers(2, 2, MAX_C_N);
    return redrawUntil(() => {
      const points = random.integers(C, 0, MAX_C_N);
      const segments = Array.from({ length: N }, (): [number, number] => {
        const length = random.integer(0, MAX_C_N);
        const l = random.integer(0, MAX_C_N - length);
        return [l, l + length];
      });
      const gold_answer = countGreedily(points, segments);
      return gold_answer === 0 ? undefined : { MAX_C_N, C, N, points, segments, gold_answer };
    });
  },

  prompt: ({ C, N, points, segments }) =>
    `On a line lie ${formatCount(C, "point")} and ${formatCount(N, "segment")}, both numbered from 0. Points may lie at the same place; a segment holds both of its ends:
${formatLines(points, (at, index) => `point ${index}: ${at}`)}
${formatLines(segments, ([l, r], index) => `segment ${index}: from ${l} to ${r}`)}

Match points to segments: a point may be matched to a segment that holds it, and each point and each segment may be matched at most once. Make as many matches as possible.

Answer with a line for each match, in any order, that holds the number of the point and the number of the segment, separated by a space, like this:
${placeholderLines("p s")}`,

  answer: integerTuples(2),

  score(pairs, { C, N, points, segments, gold_answer }) {
    const [usedPoints, usedSegments] = [new Set<number>(), new Set<number>()];
    for (const [point, segment] of pairs) {
      const fault = findStray(point, C, "point") ?? findStray(segment, N, "segment");
      if (fault !== undefined) return invalid(fault);
      if (!isHeld(points[point], segments[segment])) {
        return invalid(`segment ${segment} does not hold point ${point}`);
      }
      if (usedPoints.has(point)) return invalid(`point ${point} is matched twice`);
      if (usedSegments.has(segment)) return invalid(`segment ${segment} is matched twice`);
      usedPoints.add(point);
      usedSegments.add(segment);
    }
    return matches.verdict(pairs.length, gold_answer);
  },

  picture: ({ points, segments }, matches) =>
    intervalsPicture(segments, {
      points: points.map((place, index) => {
        const matched = matches?.find(([point]) => point === index);
        return [place, matched === undefined ? index : `${index} → ${matched[1]}`];
      }),
      chosen: matches?.map(([, segment]) => segment),
    }),

  solve({ points, segments }) {
    const choices = points.map((at) =>
      [...segments.keys()].filter((index) => isHeld(at, segments[index])),
    );
    const partners = maximumMatching(choices, segments.length);
    return [...partners.entries()]
      .filter(([, segment]) => segment !== -1)
      .map((pair) => pair.join(" "))
      .join("\n");
  },
});

function findStray(index: number, count: number, what: string): string | undefined {
  return index >= 0 && index < count ? undefined : `there is no ${what} ${formatFigure(index)}`;
}

function isHeld(at: number, [l, r]: Segment): boolean {
  return l <= at && at <= r;
}

/**
 * Segments by their right ends, each takes the leftmost free point that it holds: those further on
 * are of more use to the segments to come. O(C · N).
 */
function countGreedily(points: readonly number[], segments: readonly Segment[]): number {
  const free = [...points].sort((a, b) => a - b);
  let count = 0;
  for (const segment of [...segments].sort((a, b) => a[1] - b[1])) {
    const index = free.findIndex((at) => isHeld(at, segment));
    if (index === -1) continue;
    free.splice(index, 1);
    count++;
  }
  return count;
}
