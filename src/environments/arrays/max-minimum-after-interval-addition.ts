import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { recurrence } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { addToIntervals } from "../toolkit/sequences/interval-additions.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const BETA = 5;

const Parameters = z.object({ MAX_N_M: z.int().min(3) });
const Instance = Parameters.extend({
  N: z.int().min(1),
  M: z.int().min(1),
  K: z.int().min(1),
  A: z.int().min(1),
  ARRAY: z.array(z.int().min(1)),
  intervals: z.array(z.tuple([z.int(), z.int()])),
  gold_answer: z.int(),
});

type Interval = [left: number, right: number];

export const maxMinimumAfterIntervalAddition = defineEnvironment({
  id: "MaxMinimum_AfterIntervalAddition",
  title: "Raise the minimum by intervals",
  summary:
    "Choose K of the given intervals, each raising its range, so that the minimum is largest.",
  reward: "(value/best)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 3 }, ({ MAX_N_M }) => ({ MAX_N_M: MAX_N_M + 1 })),

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

Choose exactly ${K} different intervals. Each chosen interval adds ${A} to every element whose index lies in it; an element that lies in several chosen intervals is raised by each of them. Make the smallest element of the final array as large as possible.

Answer with the numbers of the ${K} chosen intervals in any order on one line, separated by spaces, like this: i j …`,

  answer: integerList,

  score(chosen, { M, K, A, ARRAY, intervals, gold_answer }) {
    if (chosen.length !== K) return invalid(`${chosen.length} intervals instead of ${K}`);
    const fault = findIndexFault(chosen, M, 1);
    if (fault !== undefined) return invalid(fault);
    return maximised(minimumAfter(ARRAY, intervals, A, chosen), gold_answer, BETA);
  },

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
