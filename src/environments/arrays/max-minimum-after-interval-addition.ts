import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { addToIntervals } from "../toolkit/sequences/interval-additions.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const minimum = maximising({ beta: 5 });

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 10_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, MAX_N),
  M: integerFrom(1, MAX_N),
  K: integerFrom(1),
  A: integerFrom(1, MAX_N),
  ARRAY: integersFrom(1, MAX_N ** 2),
  intervals: z.array(z.tuple([z.int(), z.int()])),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "ARRAY"),
  lengths("M", "intervals"),
  within("K", 1, "M"),
  within("intervals", 1, "N"),
  holds(
    "intervals",
    ({ intervals }) => intervals.every(([left, right]) => left <= right),
    "must have each its left end first",
  ),
);

type Interval = [left: number, right: number];

export const maxMinimumAfterIntervalAddition = defineEnvironment({
  id: "MaxMinimum_AfterIntervalAddition",
  title: "Raise the minimum by intervals",
  summary:
    "Choose K of the given intervals, each raising its range, so that the minimum is largest.",
  reward: `${minimum.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    const K = random.integer(2, M - 1);
    const A = random.integer(1, MAX_N_M);
    const ARRAY = Array.from({ length: N }, () =>
      random.integer(1, MAX_N_M * random.integer(1, K)),
    );
    const intervals = Array.from({ length: M }, (): Interval => {
      const length = random.integer(1, N);
      const left = random.integer(1, N - length + 1);
      return [left, left + length - 1];
    });
    const chosen = bestIntervals(ARRAY, intervals, A, K);
    const gold_answer = minimumAfter(ARRAY, intervals, A, chosen);
    return { MAX_N_M, N, M, K, A, ARRAY, intervals, gold_answer };
  },

  prompt: ({ N, M, K, A, ARRAY, intervals }) =>
    `An array X holds ${N} integers, with indices from 1:
${formatIndexed("X", ARRAY, 1)}

There are ${M} intervals of indices, numbered from 1; both ends belong to them:
${formatLines(intervals, ([left, right], index) => `interval ${index + 1}: from ${left} to ${right}`)}

Choose exactly ${formatCount(K, "interval")}, each at most once; intervals with equal ends count separately. Each chosen interval adds ${A} to every element whose index lies in it; an element that lies in several chosen intervals is raised by each of them. Make the smallest element of the final array as large as possible.

Answer with the numbers of the chosen intervals in any order on one line, separated by spaces, like this: ${placeholders(K, "i")}`,

  answer: integerList,

  score(chosen, { M, K, A, ARRAY, intervals, gold_answer }) {
    const fault = findCountFault(chosen, K, "interval") ?? findIndexFault(chosen, M, 1);
    if (fault !== undefined) return invalid(fault);
    return minimum.verdict(minimumAfter(ARRAY, intervals, A, chosen), gold_answer);
  },

  picture: ({ ARRAY, intervals }, chosen) =>
    partsPicture({
      X: barsPicture(ARRAY, { base: 1 }),
      Intervals: intervalsPicture(intervals, { base: 1, chosen }),
    }),

  solve: ({ ARRAY, intervals, A, K }) => bestIntervals(ARRAY, intervals, A, K).join(" "),
});

function minimumAfter(
  array: readonly number[],
  intervals: readonly Interval[],
  raise: number,
  chosen: readonly number[],
): number {
  const chosenIntervals = chosen.map((number) => intervals[number - 1]);
  return extremes(addToIntervals(array, chosenIntervals, raise, 1))[0];
}

/**
 * The numbers of K intervals that make the minimum greatest: binary search for the greatest minimum
 * that K intervals reach, filled up with unused ones. O((N + M) log M · log(K · raise)).
 */
function bestIntervals(
  array: readonly number[],
  intervals: readonly Interval[],
  raise: number,
  K: number,
): number[] {
  let [low] = extremes(array);
  let high = low + K * raise;
  let best: number[] = [];
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    const chosen = reachMinimum(array, intervals, raise, middle);
    if (chosen !== undefined && chosen.length <= K) {
      best = chosen;
      low = middle;
    } else high = middle - 1;
  }
  const isChosen = new Set(best);
  const unused = Array.from(intervals.keys(), (index) => index + 1).filter((n) => !isChosen.has(n));
  return [...best, ...unused.slice(0, K - best.length)];
}

/**
 * The fewest intervals that lift every element to `target`, undefined if all do not suffice. From
 * the left, an element that is too low takes, of the unused intervals that have begun, the one that
 * reaches furthest.
 */
function reachMinimum(
  array: readonly number[],
  intervals: readonly Interval[],
  raise: number,
  target: number,
): number[] | undefined {
  const byStart = Array.from(intervals.keys()).sort((a, b) => intervals[a][0] - intervals[b][0]);
  const begun = new PriorityQueue<number>();
  const ending = new Array<number>(array.length + 2).fill(0);
  const chosen: number[] = [];
  let next = 0;
  let covering = 0;
  for (const [index, value] of array.entries()) {
    const position = index + 1;
    covering -= ending[position];
    for (; next < byStart.length && intervals[byStart[next]][0] <= position; next++) {
      begun.push(byStart[next], -intervals[byStart[next]][1]);
    }
    while (value + covering * raise < target) {
      const furthest = begun.pop();
      if (furthest === undefined || intervals[furthest][1] < position) return undefined;
      covering++;
      ending[intervals[furthest][1] + 1]++;
      chosen.push(furthest + 1);
    }
  }
  return chosen;
}
