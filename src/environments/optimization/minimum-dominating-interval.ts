import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { formatSeries } from "../toolkit/text/series.ts";

const cost = minimising({ beta: 5 });

const COST_RANGE = 10;
const K_DENSITIES = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 200;

const Parameters = z
  .object({
    N: sizeFrom(1, LARGEST_N),
    M: sizeFrom(1, 2 * LARGEST_N ** 2),
    K_density: z.number().min(0).max(1),
  })
  .check(holds("M", ({ N, M }) => M <= countIntervals(N), "must be at most N(N + 1)/2"));
const interval = z.tuple([
  integerFrom(1, LARGEST_N),
  integerFrom(1, LARGEST_N),
  integerFrom(1, 1_000_000),
]);
const Instance = instanceOf(Parameters, {
  intervals: z.array(interval),
  K: integerFrom(1, LARGEST_N),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("M", "intervals"),
  holds(
    "intervals",
    ({ N, intervals }) => intervals.every(([L, R]) => L <= R && R <= N),
    "must be intervals within 1..N",
  ),
  holds(
    "K",
    ({ N, K, intervals }) => K <= findCovered(N, intervals).length,
    "must be at most the number of covered points",
  ),
);

type Interval = readonly [L: number, R: number, C: number];

function countIntervals(N: number): number {
  return (N * (N + 1)) / 2;
}

/**
 * One point is asked for in two thirds of the problems of level 0, and half of those of level 3. An end
 * of the line is in the fewest intervals: 3 is best in a third of the problems of level 0.
 */
export const minimumDominatingInterval = defineEnvironment({
  id: "Minimum_DominatingInterval",
  title: "Cheapest K points hit by intervals",
  summary:
    "Choose K covered points on a line so that the total cost of intervals hitting them is minimal.",
  reward: `${cost.words}; ${invalidWords("wrong length, a point twice or covered by nothing")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) =>
    K_DENSITIES.map((K_density) => ({ N, M: Math.min(countIntervals(N), 2 * N), K_density })),
  ),

  generate({ N, M, K_density }, random) {
    const all: [number, number][] = [];
    for (let L = 1; L <= N; L++) for (let R = L; R <= N; R++) all.push([L, R]);
    const intervals = random
      .sample(all, M)
      .map(([L, R]): [number, number, number] => [L, R, random.integer(1, COST_RANGE)]);
    const K = Math.max(1, Math.floor(K_density * findCovered(N, intervals).length));
    const points = findCheapest(N, intervals, K);
    const gold_answer = costOf(intervals, points);
    return { N, M, K_density, intervals, K, gold_answer, reference_answer: points.join(" ") };
  },

  prompt: ({ N, M, intervals, K }) =>
    `On a line lie the points ${formatSeries(N, (index) => String(index + 1))}. Here ${M === 1 ? "is an interval" : `are ${M} intervals`} of them, which hold both of their ends and cost C[i]:
${formatLines(intervals, ([L, R, C], index) => `L[${index}]=${L} R[${index}]=${R} C[${index}]=${C}`)}

Choose exactly ${K === 1 ? "1 point, which must lie" : `${K} points, each at most once, each of which must lie`} within at least one interval. An interval is hit if at least one chosen point lies within it; each interval that is hit is paid once.

Make the sum of the costs of the intervals that are hit as small as possible.

Answer with the ${formatCount(K, "chosen point")}${K === 1 ? "" : " in any order, separated by spaces"}, like this: ${placeholders(K)}`,

  answer: integerList,

  score(points, { N, intervals, K, gold_answer }) {
    const fault = findCountFault(points, K, "point") ?? findIndexFault(points, N, 1);
    if (fault !== undefined) return invalid(fault);
    const covered = new Set(findCovered(N, intervals));
    const stray = points.find((point) => !covered.has(point));
    if (stray !== undefined) return invalid(`no interval holds point ${stray}`);
    return cost.verdict(costOf(intervals, points), gold_answer);
  },

  picture: ({ intervals }, cuts) =>
    intervalsPicture(intervals, { notes: intervals.map(([, , cost]) => `cost ${cost}`), cuts }),

  solve: ({ N, intervals, K }) => findCheapest(N, intervals, K).join(" "),
});

/** The points that intervals hold, ascending. O(N + M). */
function findCovered(N: number, intervals: readonly Interval[]): number[] {
  const change = new Int32Array(N + 2);
  for (const [L, R] of intervals) {
    change[L]++;
    change[R + 1]--;
  }
  const covered: number[] = [];
  for (let point = 1, depth = 0; point <= N; point++) {
    depth += change[point];
    if (depth > 0) covered.push(point);
  }
  return covered;
}

function costOf(intervals: readonly Interval[], points: readonly number[]): number {
  return intervals.reduce(
    (sum, [L, R, C]) => sum + (points.some((point) => L <= point && point <= R) ? C : 0),
    0,
  );
}

/**
 * The cheapest choice, ascending: chosen from left to right, a point pays the intervals that hold it
 * and begin behind the point before. Dynamic programming over the number of points and the last one,
 * O(K · N²).
 */
function findCheapest(N: number, intervals: readonly Interval[], K: number): number[] {
  /** newly[p][i]: what intervals with p < L ≤ i ≤ R cost. */
  const newly = Array.from({ length: N + 1 }, () => new Float64Array(N + 1));
  for (const [L, R, C] of intervals) for (let i = L; i <= R; i++) newly[L - 1][i] += C;
  for (let p = N - 1; p >= 0; p--) {
    for (let i = p + 2; i <= N; i++) newly[p][i] += newly[p + 1][i];
  }
  const covered = findCovered(N, intervals);
  let least = Float64Array.from({ length: N + 1 }, (_, point) =>
    point === 0 ? 0 : Number.POSITIVE_INFINITY,
  );
  const before: Int32Array[] = [];
  for (let count = 0; count < K; count++) {
    const next = new Float64Array(N + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(N + 1);
    for (const point of covered) {
      for (let previous = 0; previous < point; previous++) {
        const value = least[previous] + newly[previous][point];
        if (value < next[point]) [next[point], from[point]] = [value, previous];
      }
    }
    before.push(from);
    least = next;
  }
  const points: number[] = [];
  let point = least.indexOf(Math.min(...least));
  for (let count = K - 1; count >= 0; count--) {
    points.push(point);
    point = before[count][point];
  }
  return points.reverse();
}
