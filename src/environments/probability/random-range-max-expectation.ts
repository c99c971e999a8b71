import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { remainder } from "../toolkit/numbers/modular.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MOD = 10_000;
/** Q · N² steps; solving takes N times as many. */
const MAX_N = 80;

const positions = matching({ beta: 3, unit: "positions right" });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  Q: integerFrom(1, MAX_N),
  array: integersFrom(0),
  gold_answer: integersFrom(0, MOD - 1),
  reference_answer: z.string(),
}).check(lengths("N", "array", "gold_answer"), within("array", 0, "N"));

interface Operations {
  Q: number;
  array: readonly number[];
}

export const randomRangeMaxExpectation = defineEnvironment({
  id: "RandomRangeMaxExpectation",
  title: "Random segments become their maximum",
  summary:
    "Give each position's scaled expected value, mod 10000, after Q random replace-segment-by-maximum operations.",
  reward: `${positions.words}; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const Q = random.integer(1, N);
    const array = random.integers(N, 0, N);
    const gold_answer = scaledExpectations({ Q, array });
    return { N, Q, array, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, Q, array }) =>
    `Here is an array of ${N} integers:
${array.join(" ")}

The following operation is carried out ${Q === 1 ? "once" : `${Q} times`}: one of the C = ${N}·${N + 1}/2 = ${(N * (N + 1)) / 2} non-empty contiguous subarrays (by position) is chosen uniformly at random, and each of its elements is replaced by the largest of them.

For each position, multiply the expected value of the element there at the end by C^${Q}, which gives an integer, and take it modulo ${MOD}.

Answer with the ${N} remainders, each from 0 to ${MOD - 1}, in the order of the positions on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(values, { N, gold_answer }) {
    const fault = findCountFault(values, N);
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(values, gold_answer), N);
  },

  picture: ({ array }) => barsPicture(array),

  solve: (operations) => expectationsByThresholds(operations).join(" "),
});

/** The subarrays of n elements. */
function subarrays(n: number): number {
  return (n * (n + 1)) / 2;
}

/**
 * For each value, the intervals on which all elements are at most that value, as long as possible:
 * elements outside are larger, and operations can only shrink the interval. An interval with maximum m
 * below both neighbours is the one of the values from m to the lower neighbour less 1: it carries how
 * much its elements fall short of it, from the whole array's maximum down. O(Q · N²).
 */
function scaledExpectations({ Q, array }: Operations): number[] {
  const excess = afterOperations(initialExcess(array), Q);
  return array.map((_, i) => sumAround(excess, i));
}

/**
 * Values carried by intervals, after so many operations: an interval is left as it is by operations
 * within it or beside it, and shrinks where one reaches in from outside. O(N²) each, by running sums.
 */
function afterOperations(intervals: readonly Float64Array[], count: number): Float64Array[] {
  const N = intervals.length;
  let values = intervals.map((row) => row.slice());
  for (let operation = 0; operation < count; operation++) {
    const next = values.map((row) => new Float64Array(row.length));
    // fromLeft[r]: Σ over l' < l of l' · values[l'][r].
    const fromLeft = new Float64Array(N);
    for (let l = 0; l < N; l++) {
      let fromRight = 0; // Σ over r' > r of (N − 1 − r') · values[l][r']
      for (let r = N - 1; r >= l; r--) {
        const stays = subarrays(r - l + 1) + subarrays(l) + subarrays(N - 1 - r);
        next[l][r] = (values[l][r] * stays + fromLeft[r] + fromRight) % MOD;
        fromRight = (fromRight + (N - 1 - r) * values[l][r]) % MOD;
        fromLeft[r] = (fromLeft[r] + l * values[l][r]) % MOD;
      }
    }
    values = next;
  }
  return values;
}

/** The sum over the intervals that hold the position. */
function sumAround(intervals: readonly Float64Array[], position: number): number {
  let total = 0;
  for (let l = 0; l <= position; l++) {
    for (let r = position; r < intervals.length; r++) total += intervals[l][r];
  }
  return total % MOD;
}

/** For each interval with a maximum below both neighbours, that maximum less the lower neighbour. */
function initialExcess(array: readonly number[]): Float64Array[] {
  const N = array.length;
  const beyond = Math.max(...array) + 1;
  return Array.from({ length: N }, (_, l) => {
    const row = new Float64Array(N);
    let maximum = 0;
    for (let r = l; r < N; r++) {
      maximum = Math.max(maximum, array[r]);
      if (l === 0 && r === N - 1) row[r] = maximum;
      else {
        const lower = Math.min(array[l - 1] ?? beyond, array[r + 1] ?? beyond);
        if (maximum < lower) row[r] = remainder(maximum - lower, MOD);
      }
    }
    return row;
  });
}

/**
 * Threshold by threshold: an element is at least t unless it still lies in one of the runs of elements
 * below t. O(N · Q · N²).
 */
function expectationsByThresholds({ Q, array }: Operations): number[] {
  const N = array.length;
  let all = 1;
  for (let operation = 0; operation < Q; operation++) all = (all * subarrays(N)) % MOD;
  const totals = new Array<number>(N).fill(0);
  for (let t = 1; t <= Math.max(...array); t++) {
    const runs = Array.from({ length: N }, () => new Float64Array(N));
    for (let l = 0; l < N; l++) {
      if (array[l] >= t || (l > 0 && array[l - 1] < t)) continue;
      let r = l;
      while (r + 1 < N && array[r + 1] < t) r++;
      runs[l][r] = 1;
    }
    const below = afterOperations(runs, Q);
    for (let i = 0; i < N; i++) totals[i] = remainder(totals[i] + all - sumAround(below, i), MOD);
  }
  return totals;
}
