import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const distance = minimising({ beta: 5 });

/** Positions go from 0 to this multiple of N. */
const POSITION_MULTIPLE = 5;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 250;

const Parameters = z.object({ N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, LARGEST_N - 1),
  X: integersFrom(0, POSITION_MULTIPLE * LARGEST_N),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "X"),
  holds("K", ({ N, K }) => K < N, "must be below N"),
  holds("X", ({ X }) => X.every((at, i) => i === 0 || X[i - 1] < at), "must rise"),
);

/** At level 0 a third of the problems ask for one point of four, for which 1 and 2 are always best. */
export const axisKCenter = defineEnvironment({
  id: "Axis_KCenter",
  title: "K medians on a line",
  summary: "Choose K of N points on a line so that all points are near to the chosen ones in sum.",
  reward: `${distance.words}; ${invalidWords("not K different points")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const K = random.integer(1, N - 1);
    const X = ascending(random.distinctIntegers(N, 0, POSITION_MULTIPLE * N));
    return { N, K, X, gold_answer: leastDistance(X, K) };
  },

  prompt: ({ N, K, X }) =>
    `${N} points lie on a line, numbered from 0. Point i is at X[i]:
${formatLines(X, (at, point) => `X[${point}]=${at}`)}

Choose ${K === 1 ? "one of the points" : `${K} different points of these`}. The distance of a point is the absolute difference between its position and that of the ${K === 1 ? "chosen point" : "chosen point nearest to it"}; it is 0 for a chosen point.

Make the sum of the distances of all ${N} points as small as possible.

Answer with the ${K === 1 ? "number of the chosen point, like this: i" : `numbers of the ${K} chosen points in any order, on one line, separated by spaces, like this: ${placeholders(K, "i")}`}`,

  answer: integerList,

  score(points, { N, K, X, gold_answer }) {
    const fault = findCountFault(points, K, "point") ?? findIndexFault(points, N);
    if (fault !== undefined) return invalid(fault);
    return distance.verdict(distanceTo(ascending(points), X), gold_answer);
  },

  picture: ({ X }, chosen) =>
    pointsPicture(
      X.map((x) => [x, 0]),
      { base: 0, chosen },
    ),

  solve: ({ K, X }) => findPoints(X, K).join(" "),
});

/** The sum of the distances of all points to the nearest of some, which ascend. */
function distanceTo(chosen: readonly number[], X: readonly number[]): number {
  let [total, next] = [0, 0];
  for (const [point, at] of X.entries()) {
    while (next < chosen.length && chosen[next] < point) next++;
    const left = next === 0 ? Number.POSITIVE_INFINITY : at - X[chosen[next - 1]];
    const right = next === chosen.length ? Number.POSITIVE_INFINITY : X[chosen[next]] - at;
    total += Math.min(left, right);
  }
  return total;
}

/**
 * The least sum: the points are cut into K groups of consecutive ones, each with its median chosen.
 * Dynamic programming over the groups and the end of the last one, O(N² K).
 */
function leastDistance(X: readonly number[], K: number): number {
  const sums = prefixSums(X);
  /** Of the points start..end − 1 to their median: the upper half less the lower half. */
  const costOf = (start: number, end: number) => {
    const size = end - start;
    const [lower, upper] = [start + Math.floor(size / 2), start + Math.ceil(size / 2)];
    return sums[end] - sums[upper] - (sums[lower] - sums[start]);
  };
  let least = X.map((_, index) => costOf(0, index + 1));
  least.unshift(0);
  for (let groups = 2; groups <= K; groups++) {
    const before = least;
    least = before.map((_, end) => {
      let best = end === 0 ? 0 : Number.POSITIVE_INFINITY;
      for (let start = 0; start < end; start++) {
        best = Math.min(best, before[start] + costOf(start, end));
      }
      return best;
    });
  }
  return least[X.length];
}

/**
 * The best points, ascending, by the number chosen so far and the last one of them: the points
 * between two neighbours of the choice go to the nearer one. O(N² K), after O(N³).
 */
function findPoints(X: readonly number[], K: number): number[] {
  /** Of the points between two chosen ones to the nearer of them; −1 and N are infinitely far. */
  const between = (first: number, second: number) => {
    let total = 0;
    for (let point = first + 1; point < second; point++) {
      const left = first === -1 ? Number.POSITIVE_INFINITY : X[point] - X[first];
      const right = second === X.length ? Number.POSITIVE_INFINITY : X[second] - X[point];
      total += Math.min(left, right);
    }
    return total;
  };
  const gaps = X.map((_, last) => X.map((_, next) => (next > last ? between(last, next) : 0)));
  let least = X.map((_, first) => between(-1, first));
  const previous: number[][] = [];
  for (let count = 2; count <= K; count++) {
    const before = least;
    const from = new Array<number>(X.length).fill(-1);
    least = X.map((_, last) => {
      let best = Number.POSITIVE_INFINITY;
      for (let point = 0; point < last; point++) {
        const value = before[point] + gaps[point][last];
        if (value < best) [best, from[last]] = [value, point];
      }
      return best;
    });
    previous.push(from);
  }
  const totals = least.map((value, last) => value + between(last, X.length));
  const points = [totals.indexOf(Math.min(...totals))];
  for (const from of previous.reverse()) points.push(from[points[points.length - 1]]);
  return points.reverse();
}
