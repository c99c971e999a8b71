import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { MinimumCostNetwork } from "../toolkit/graphs/minimum-cost-flow.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { formatSeries } from "../toolkit/text/series.ts";

const cost = minimising({ beta: 5 });

/** An interval costs at most so much a point. */
const COST_MULTIPLE = 3;
/** The intervals of a level are so many times as many as the points: 0.7, 0.9, and 1.0, 1.1, …, 4.0. */
const M_MULTIPLES = [0.7, 0.9, ...Array.from({ length: 31 }, (_, index) => (10 + index) / 10)];
/** Far beyond any use; the bound keeps every accepted draw within seconds. */
const LARGEST_N = 200;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N), M: sizeFrom(1, 10 * LARGEST_N) });
const interval = z.tuple([
  integerFrom(1, LARGEST_N),
  integerFrom(1, LARGEST_N),
  integerFrom(1, COST_MULTIPLE * LARGEST_N),
]);
const Instance = instanceOf(Parameters, {
  intervals: z.array(interval),
  NEEDS: integersFrom(0, LARGEST_N),
  gold_answer: integerFrom(0),
}).check(
  lengths("M", "intervals"),
  lengths("N", "NEEDS"),
  holds(
    "intervals",
    ({ N, intervals }) => intervals.every(([L, R]) => L <= R && R <= N),
    "must be intervals within 1..N",
  ),
  holds(
    "NEEDS",
    ({ intervals, NEEDS }) =>
      findUncovered(
        intervals,
        intervals.map(() => 1n),
        NEEDS.map((need) => Math.min(need, 1)),
      ) === undefined,
    "must be 0 where no interval lies",
  ),
);

type Interval = readonly [L: number, R: number, C: number];

export const minimumIntervalCoverage = defineEnvironment({
  id: "MinimumIntervalCoverage",
  title: "Cheapest multi-coverage by intervals",
  summary:
    "Buy intervals any number of times so that every point reaches its required coverage at minimum cost.",
  reward: `${cost.words}; ${invalidWords("negative or not enough")}, ${malformedWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) =>
    M_MULTIPLES.map((multiple) => ({ N, M: Math.floor(multiple * N) })),
  ),

  generate({ N, M }, random) {
    const intervals = Array.from({ length: M }, () => drawInterval(N, random));
    const NEEDS = Array.from({ length: N }, (_, index) =>
      intervals.some(([L, R]) => L <= index + 1 && index + 1 <= R) ? random.integer(0, N) : 0,
    );
    const counts = findCheapest(intervals, NEEDS);
    const gold_answer = sum(counts.map((count, index) => count * intervals[index][2]));
    return { N, M, intervals, NEEDS, gold_answer };
  },

  prompt: ({ N, M, intervals, NEEDS }) =>
    `On a line lie the points ${formatSeries(N, (index) => String(index + 1))}. Here ${M === 1 ? "is an interval" : `are ${M} intervals`} of them, which hold both of their ends and cost C[i] each time they are bought:
${formatLines(intervals, ([L, R, C], index) => `L[${index + 1}]=${L} R[${index + 1}]=${R} C[${index + 1}]=${C}`)}

Each interval may be bought any number of times, also not at all. Each point p must lie within bought intervals at least NEED[p] times, where an interval counts as often as it is bought:
${formatIndexed("NEED", NEEDS, 1)}

Make the total cost as small as possible.

Answer with ${formatCount(M, "number")}, how often each interval is bought, in the order of the intervals, on one line, separated by spaces, like this: ${placeholders(M)}`,

  answer: bigIntegerList,

  score(counts, { M, intervals, NEEDS, gold_answer }) {
    const fault = findCountFault(counts, M, "number");
    if (fault !== undefined) return malformed(fault);
    if (counts.some((count) => count < 0n)) return invalid("a negative number");
    const uncovered = findUncovered(intervals, counts, NEEDS);
    if (uncovered !== undefined) return invalid(`point ${uncovered} is not covered often enough`);
    const total = counts.reduce(
      (all, count, index) => all + count * BigInt(intervals[index][2]),
      0n,
    );
    return cost.verdict(total, BigInt(gold_answer));
  },

  picture: ({ intervals, NEEDS }, counts) =>
    intervalsPicture(intervals, {
      base: 1,
      notes: intervals.map(([, , cost]) => `cost ${cost}`),
      points: NEEDS.map((need, index) => [index + 1, need]),
      chosen: counts?.flatMap((count, index) => (count > 0 ? [index + 1] : [])),
    }),

  solve: ({ intervals, NEEDS }) => findCheapest(intervals, NEEDS).join(" "),
});

function drawInterval(N: number, random: Random): [number, number, number] {
  const [a, b] = random.integers(2, 1, N);
  const [L, R] = [Math.min(a, b), Math.max(a, b)];
  return [L, R, random.integer(1, COST_MULTIPLE * (R - L + 1))];
}

/** The first point that is covered less often than it needs. O(N + M). */
function findUncovered(
  intervals: readonly Interval[],
  counts: readonly bigint[],
  NEEDS: readonly number[],
): number | undefined {
  const change = new Array<bigint>(NEEDS.length + 2).fill(0n);
  for (const [index, [L, R]] of intervals.entries()) {
    change[L] += counts[index];
    change[R + 1] -= counts[index];
  }
  let covered = 0n;
  for (const [index, need] of NEEDS.entries()) {
    covered += change[index + 1];
    if (covered < BigInt(need)) return index + 1;
  }
  return undefined;
}

/**
 * How often each interval is bought at least cost. As a flow: between the places 0..N, on both sides
 * of the points, an interval leads from R back to L − 1, what it covers too much leads on from place
 * to place for nothing, and what goes back over each point, less what goes on, is its need. The
 * matrix is totally unimodular, so no fractions would be cheaper.
 */
function findCheapest(intervals: readonly Interval[], NEEDS: readonly number[]): number[] {
  const N = NEEDS.length;
  const [source, sink] = [N + 1, N + 2];
  const network = new MinimumCostNetwork(N + 3);
  const capacity = sum(NEEDS);
  const edges = intervals.map(([L, R, C]) => network.addEdge(R, L - 1, capacity, C));
  for (let place = 0; place < N; place++) network.addEdge(place, place + 1, capacity, 0);
  for (let place = 0; place <= N; place++) {
    const surplus = (NEEDS[place] ?? 0) - (NEEDS[place - 1] ?? 0);
    if (surplus > 0) network.addEdge(place, sink, surplus, 0);
    if (surplus < 0) network.addEdge(source, place, -surplus, 0);
  }
  network.send(source, sink);
  return edges.map((edge) => network.flowThrough(edge));
}
