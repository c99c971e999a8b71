import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { listOfEach } from "../toolkit/pictures/marks.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { traceEnds } from "../toolkit/sequences/slices.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

const cost = minimising({ beta: 5 });

/** Beyond, too few draws need more than two groups. */
const LARGEST_N = 100;
/** Of 100 items, one draw in 7,000 does. */
const DRAWS = 1_000_000;

const Parameters = z.object({ N: sizeFrom(4, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  W: integersFrom(1, LARGEST_N ** 2),
  L: integersFrom(1, LARGEST_N ** 2),
  gold_answer: integerFrom(1),
}).check(lengths("N", "W", "L"));

export const landAcquisition = defineEnvironment({
  id: "LandAcquisition",
  title: "Groups at width times length",
  summary:
    "Divide items into groups, each at its largest W times its largest L, as cheaply as can be.",
  reward: `${cost.words}; ${invalidWords("no division of all items")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const [W, L] = [random.integers(N, 1, N ** 2), random.integers(N, 1, N ** 2)];
      const items = sortItems(W, L);
      const steps = staircaseOf(items);
      // With one step or two, the best groups are simple ones.
      if (steps.length < 3) return undefined;
      const gold_answer = cheapestBlocks(steps).cost;
      return gold_answer < costOfSimpleGroups(items) ? { N, W, L, gold_answer } : undefined;
    }, DRAWS);
  },

  prompt: ({ N, W, L }) =>
    `${N} items, numbered from 1, each have a width W and a length L:
${formatLines(W, (width, index) => `W[${index + 1}]=${width} L[${index + 1}]=${L[index]}`)}

Divide all items into groups, as many as you like, each item in exactly one group. A group costs the largest W of its items times the largest L of its items; these may be of different items.

Make the sum of the costs of all groups as small as possible.

Answer with one line for each group, that holds the numbers of its items, separated by spaces, like this:
${placeholderLines("i j …")}`,

  answer: integerMatrix,

  score(groups, { N, W, L, gold_answer }) {
    const fault = findPermutationFault(groups.flat(), N, 1);
    if (fault !== undefined) return invalid(fault);
    const costs = groups.map((group) => {
      const [widths, lengths] = [W, L].map((of) => group.map((item) => of[item - 1]));
      return Math.max(...widths) * Math.max(...lengths);
    });
    return cost.verdict(sum(costs), gold_answer);
  },

  picture: ({ N, W, L }, groups) =>
    pointsPicture(
      W.map((width, index) => [width, L[index]]),
      { base: 1, groups: listOfEach(groups, N, 1) },
    ),

  solve({ W, L }) {
    const steps = staircaseOf(sortItems(W, L));
    const { ends } = cheapestBlocks(steps);
    const groups: number[][] = ends.map(() => []);
    for (const [index, width] of W.entries()) {
      // A step that is as wide and as long: the item costs nothing in its group.
      const step = steps.findIndex(
        (other) => widthOf(other) >= width && lengthOf(other) >= L[index],
      );
      groups[ends.findIndex((end) => step < end)].push(index + 1);
    }
    return formatRows(groups);
  },
});

/**
 * The items in order of W, then L, each as one integer: most draws are refused, and so must cost
 * little, and a typed array of these sorts fastest.
 */
function sortItems(W: readonly number[], L: readonly number[]): Int32Array {
  const items = new Int32Array(W.length);
  for (let index = 0; index < W.length; index++) items[index] = (W[index] << BITS) | L[index];
  return items.sort();
}

/** An L, and a W, has at most so many bits. */
const BITS = 14;
const widthOf = (item: number) => item >> BITS;
const lengthOf = (item: number) => item & ((1 << BITS) - 1);

/** The items that no other exceeds in both W and L, by ascending W and so by descending L. */
function staircaseOf(items: Int32Array): number[] {
  const steps: number[] = [];
  let longest = 0;
  for (let index = items.length - 1; index >= 0; index--) {
    if (lengthOf(items[index]) <= longest) continue;
    longest = lengthOf(items[index]);
    steps.push(items[index]);
  }
  return steps.reverse();
}

/**
 * The best division of a staircase, of which consecutive steps go together: the cheapest of the
 * first steps from those of fewer, O(steps²). Ends count from 1.
 */
function cheapestBlocks(steps: readonly number[]): { cost: number; ends: number[] } {
  const least = [0];
  const starts = [0];
  for (let end = 1; end <= steps.length; end++) {
    least[end] = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const value = least[start] + widthOf(steps[end - 1]) * lengthOf(steps[start]);
      if (value >= least[end]) continue;
      least[end] = value;
      starts[end] = start;
    }
  }
  return { cost: least[steps.length], ends: traceEnds(starts, steps.length) };
}

/** The least cost of one group, of single items, and of two groups, one of them the less wide items. */
function costOfSimpleGroups(items: Int32Array): number {
  const longestFrom = new Int32Array(items.length + 1);
  let singles = 0;
  for (let index = items.length - 1; index >= 0; index--) {
    singles += widthOf(items[index]) * lengthOf(items[index]);
    longestFrom[index] = Math.max(longestFrom[index + 1], lengthOf(items[index]));
  }
  const widest = widthOf(items[items.length - 1]);
  let [least, before, longest] = [singles, 0, 0];
  for (let index = 0; index < items.length; index++) {
    least = Math.min(least, before + widest * longestFrom[index]);
    longest = Math.max(longest, lengthOf(items[index]));
    before = widthOf(items[index]) * longest;
  }
  return least;
}
