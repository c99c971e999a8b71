import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** What the array holds, ascending. */
const VALUES = [-1, 0, 1];

/** Far beyond any use: up to it, a problem is drawn and solved within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integersFrom(-1, 1),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "X"),
  holds("X", ({ X }) => Number.isFinite(fewestAdditions(X)), "must be an array that can be sorted"),
);

export const bajBytecomputer = defineEnvironment({
  id: "BAJBytecomputer",
  title: "Ternary array monotone additions",
  summary: "Find the fewest additions of an element to the next that sort an array of −1, 0 and 1.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const weights = random.integers(VALUES.length, 1, N);
      const X = Array.from({ length: N }, () => VALUES[random.weightedIndex(weights)]);
      const reference_answer = fewestAdditions(X);
      return Number.isFinite(reference_answer) ? { N, X, reference_answer } : undefined;
    });
  },

  prompt: ({ N, X }) =>
    `An array X holds ${N} integers, each of them -1, 0 or 1. Its indices start from 1:
${formatIndexed("X", X, 1)}

One operation chooses an index i with 1 ≤ i ≤ ${N - 1} and adds the current value of X[i] to X[i+1]: X[i+1] becomes X[i+1] + X[i], and X[i] stays as it is. Operations can be repeated and done in any order. What is the smallest number of operations that makes the array non-decreasing, that is, X[i] ≤ X[i+1] for each of these i?

Answer with that number as one integer, like this: n`,

  picture: ({ X }) => barsPicture(X, { base: 1 }),

  ...exactInteger(({ X }: { X: number[] }) => fewestAdditions(X)),
});

/**
 * The fewest additions that sort the array, Infinity if none do. Dynamic programming from left to
 * right over the final value of the last element, O(N): with a settled neighbour v before it, x
 * ends as x, x + v or x + 2v, and values outside −1..1 never help.
 */
function fewestAdditions([first, ...rest]: readonly number[]): number {
  let costs = VALUES.map((value) => (value === first ? 0 : Number.POSITIVE_INFINITY));
  for (const x of rest) {
    const next = VALUES.map(() => Number.POSITIVE_INFINITY);
    for (const [rank, before] of VALUES.entries()) {
      for (let additions = 0; additions <= 2; additions++) {
        const reached = VALUES.indexOf(x + additions * before);
        if (reached >= rank) next[reached] = Math.min(next[reached], costs[rank] + additions);
      }
    }
    costs = next;
  }
  return Math.min(...costs);
}
