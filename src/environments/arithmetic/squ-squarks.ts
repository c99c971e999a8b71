import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { overlapping } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** The numbers lie in [1, NUMBER_MULTIPLE · N]. */
const NUMBER_MULTIPLE = 2;
/** Far beyond any use; the bound keeps every solution within a second. */
const MAX_N = 150;

const sumsInCommon = overlapping({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  sums: integersFrom(3, 2 * NUMBER_MULTIPLE * MAX_N),
  reference_answer: z.string(),
}).check(
  lengths(({ N }) => (N * (N - 1)) / 2, "sums"),
  holds(
    "reference_answer",
    ({ N, sums, reference_answer }) => {
      const numbers = integerList.parse(reference_answer) ?? [];
      return (
        findFault(numbers, N) === undefined && countCommon(pairSums(numbers), sums) === sums.length
      );
    },
    "must be N distinct positive integers with these sums",
  ),
);

export const squSquarks = defineEnvironment({
  id: "SquSquarks",
  title: "Numbers from pairwise sums",
  summary: "Find N distinct positive integers whose pairwise sums form a given multiset.",
  reward: `${sumsInCommon.words} of the sums; ${invalidWords("not N distinct positive integers")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const numbers = random.distinctIntegers(N, 1, NUMBER_MULTIPLE * N);
    return {
      N,
      sums: random.shuffle(pairSums(numbers)),
      reference_answer: numbers.join(" "),
    };
  },

  prompt: ({ N, sums }) =>
    `Each two of ${N} distinct positive integers were added, which gives ${sums.length} sums. Here they are, in random order; equal sums are listed as often as they occur:
${sums.join(" ")}

Find ${N} distinct positive integers whose sums in pairs are exactly these, each as often as it is listed. Any such integers will do.

Answer with the ${N} integers in any order, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(numbers, { N, sums }) {
    const fault = findFault(numbers, N);
    if (fault !== undefined) return invalid(fault);
    const common = countCommon(pairSums(numbers), sums);
    return sumsInCommon.verdict(common, 2 * sums.length - common);
  },

  solve: ({ N, sums }) => (findNumbers(N, sums) ?? []).join(" "),
});

/** Why a list is not N distinct positive integers; undefined if it is. */
function findFault(numbers: readonly number[], N: number): string | undefined {
  const stray = numbers.find((number) => number < 1);
  return (
    findCountFault(numbers, N, "integer") ??
    (new Set(numbers).size < N ? "an integer occurs twice" : undefined) ??
    (stray === undefined ? undefined : `${formatFigure(stray)} is not positive`)
  );
}

function pairSums(numbers: readonly number[]): number[] {
  return numbers.flatMap((number, index) => numbers.slice(0, index).map((other) => number + other));
}

/** How many elements two lists have in common, equal ones counted as often as both have them. */
function countCommon(values: readonly number[], others: readonly number[]): number {
  const left = tally(others);
  let common = 0;
  for (const value of values) {
    const count = left.get(value) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(value, count - 1);
  }
  return common;
}

/**
 * With numbers and sums in ascending order, the least sums are a + b and a + c of the least three
 * numbers. Each other value is tried as b + c; then the rest follows. O(N³) as there are O(N) values.
 */
function findNumbers(N: number, sums: readonly number[]): number[] | undefined {
  const sorted = ascending(sums);
  for (const third of new Set(sorted.slice(2))) {
    const least = (sorted[0] + sorted[1] - third) / 2;
    if (!Number.isInteger(least) || least < 1) continue;
    const numbers = completeFrom(least, N, sorted);
    if (numbers !== undefined) return numbers;
  }
  return undefined;
}

/**
 * The numbers of which the least is given: the least sum not yet explained is that of the least
 * number and the next one, whose sums with all known ones are thereby explained.
 */
function completeFrom(least: number, N: number, sorted: readonly number[]): number[] | undefined {
  const left = tally(sorted);
  const numbers = [least];
  for (const sum of sorted) {
    if (left.get(sum) === 0) continue;
    const next = sum - least;
    if (next <= numbers[numbers.length - 1]) return undefined;
    for (const known of numbers) {
      const count = left.get(known + next) ?? 0;
      if (count === 0) return undefined;
      left.set(known + next, count - 1);
    }
    numbers.push(next);
  }
  return numbers.length === N ? numbers : undefined;
}
