import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { addToIntervals } from "../toolkit/sequences/interval-additions.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const chosen = maximising({ beta: 5 });

/** Coordinates go from 0 to this multiple of N. */
const COORDINATE_MULTIPLE = 2;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 500;

const Parameters = z.object({ N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  segments: integerPairsFrom(0),
  constraints: integerPairsFrom(0).min(1),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "segments"),
  within("segments", 0, ({ N }) => N * COORDINATE_MULTIPLE),
  holds(
    "segments",
    ({ segments }) => segments.every(([left, right]) => left <= right),
    "must have their left end first",
  ),
  holds(
    "constraints",
    ({ N, constraints }) => constraints.every(([point]) => point <= N * COORDINATE_MULTIPLE),
    "must be about points of the line",
  ),
  holds(
    "constraints",
    ({ constraints }) => new Set(constraints.map(([p]) => p)).size === constraints.length,
    "must be about different points",
  ),
);

type Pair = readonly [number, number];
interface Line {
  readonly segments: readonly Pair[];
  readonly constraints: readonly Pair[];
}

/** At level 0 three segments allow few choices: one answer is best in half of the problems. */
export const maxSegmentCoverageConstraint = defineEnvironment({
  id: "MaxSegmentCoverageConstraint",
  title: "Most segments within coverage limits",
  summary: "Choose as many segments as possible so that no point is covered beyond its limit.",
  reward: `${chosen.words}; ${invalidWords("no segment, one twice, or a limit exceeded")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const length = N * COORDINATE_MULTIPLE;
    const segments = Array.from({ length: N }, (): [number, number] => {
      const left = random.integer(0, length);
      return [left, random.integer(left, length)];
    });
    const coverage = coverageOf(segments, length);
    const covered = [...coverage.keys()].filter((point) => coverage[point] > 0);
    const points = random.sample(covered, random.integer(1, covered.length));
    const constraints = points.map((point): [number, number] => [
      point,
      random.integer(1, coverage[point]),
    ]);
    const gold_answer = chooseBySweeping({ segments, constraints }).length;
    return { N, segments, constraints, gold_answer };
  },

  prompt: ({ N, segments, constraints }) =>
    `Here are ${N} closed segments on a line, numbered from 0, both ends included:
${formatLines(segments, ([left, right], index) => `segment ${index}: [${left}, ${right}]`)}

${formatCount(constraints.length, "point")} of the line may be covered only so often:
${formatLines(constraints, ([point, limit]) => `point ${point}: at most ${formatCount(limit, "chosen segment")}`)}

Choose segments, each at most once, so that at each of these points no more chosen segments than its limit contain it. Choose as many segments as possible.

Answer with the numbers of the chosen segments in any order, on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(indices, { N, segments, constraints, gold_answer }) {
    const fault = findIndexFault(indices, N);
    if (fault !== undefined) return invalid(fault);
    const coverage = coverageOf(
      indices.map((index) => segments[index]),
      N * COORDINATE_MULTIPLE,
    );
    const exceeded = constraints.find(([point, limit]) => coverage[point] > limit);
    if (exceeded !== undefined) {
      const [point, limit] = exceeded;
      return invalid(
        `point ${point} is covered ${coverage[point]} times, at most ${limit} allowed`,
      );
    }
    return chosen.verdict(indices.length, gold_answer);
  },

  picture: ({ segments, constraints }, chosen) =>
    intervalsPicture(segments, {
      points: constraints.map(([place, limit]) => [place, `≤ ${limit}`]),
      chosen,
    }),

  solve: (line) => chooseByRightEnd(line).join(" "),
});

/** How many of the segments contain each point 0..length. */
function coverageOf(segments: readonly Pair[], length: number): number[] {
  return addToIntervals(new Array<number>(length + 1).fill(0), segments, 1);
}

/**
 * From left to right through the limited points; where too many segments contain one, those that
 * reach farthest right are given up, since they harm later points most. O(C · N log N).
 */
function chooseBySweeping({ segments, constraints }: Line): number[] {
  let kept = [...segments.keys()].sort((i, j) => segments[i][1] - segments[j][1]);
  for (const [point, limit] of constraints.toSorted((a, b) => a[0] - b[0])) {
    let room = limit;
    kept = kept.filter((i) => {
      const [left, right] = segments[i];
      return left > point || right < point || room-- > 0;
    });
  }
  return kept;
}

/** By ascending right end, every segment for which there is room at all its points. O(N · C). */
function chooseByRightEnd({ segments, constraints }: Line): number[] {
  const room = constraints.map(([, limit]) => limit);
  const byRightEnd = [...segments.keys()].sort((i, j) => segments[i][1] - segments[j][1]);
  return byRightEnd.filter((i) => {
    const [left, right] = segments[i];
    const contained = [...constraints.keys()].filter((k) => {
      const [point] = constraints[k];
      return left <= point && point <= right;
    });
    if (contained.some((k) => room[k] <= 0)) return false;
    for (const k of contained) room[k]--;
    return true;
  });
}
