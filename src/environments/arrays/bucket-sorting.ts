import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Far beyond any use: up to it, an answer is scored within milliseconds. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N), MAX: integerFrom(1) });
const Instance = instanceOf(Parameters, {
  array: integersFrom(0),
  value2count: z.record(z.string(), integerFrom(1)),
  reference_answer: integerFrom(0),
}).check(lengths("N", "array"), within("array", 0, "MAX"));

export const bucketSorting = defineEnvironment({
  id: "BucketSorting",
  title: "Most frequent value",
  summary: "Name a value that occurs most often in an array.",
  reward: `1 if most frequent, 0 if another value of the array; ${invalidWords("not in the array")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["value2count"],
  levels: recurrence({ N: 5, MAX: 2 }, ({ N, MAX }) => ({ N: grow(N), MAX: MAX + 1 })),

  generate({ N, MAX }, random) {
    const array = random.integers(N, 0, MAX);
    const occurrences = tally(array);
    const value2count = Object.fromEntries(occurrences);
    return { N, MAX, array, value2count, reference_answer: mostFrequent(occurrences) };
  },

  prompt: ({ N, array }) =>
    `Here is an array of ${N} integers:
${array.join(" ")}

Find the value that occurs most often in the array. If several values are tied for the most occurrences, any one of them is right.

Answer with that value (not with how often it occurs) as one integer, like this: v`,

  answer: integer,

  score(value, { array }) {
    const occurrences = tally(array);
    const count = occurrences.get(value);
    if (count === undefined) return invalid(`${formatFigure(value)} is not in the array`);
    const most = occurrences.get(mostFrequent(occurrences));
    const reason = `${value} occurs ${formatCount(count, "time")}`;
    return exact(
      count === most,
      `${reason}, the most is ${most}`,
      `${reason}, which is not the most`,
    );
  },

  picture: ({ array }) => barsPicture(array),

  solve: ({ array }) => String(mostFrequent(tally(array))),
});

/** The first of the values that occur most often. */
function mostFrequent(occurrences: ReadonlyMap<number, number>): number {
  let [best, most] = [0, 0];
  for (const [value, count] of occurrences) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
