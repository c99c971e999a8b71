import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** Far beyond any use; finding a set takes O(N · target) ≤ N³ steps. */
const LARGEST_N = 400;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  target: integerFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  within("A", 1, "N"),
  holds("target", ({ A, target }) => target <= sum(A), "must be at most the sum of A"),
);

/**
 * At level 0 two of three integers from 1 to 3 are chosen: a random pair has the sum in three problems
 * of five.
 */
export const subsetSum = defineEnvironment({
  id: "SubsetSum",
  title: "Subset with a given sum",
  summary: "Choose distinct indices whose entries add up exactly to the target.",
  reward: `${EXACT_WORDS}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, N);
    const chosen = random.distinctIntegers(random.integer(Math.min(2, N - 1), N - 1), 0, N - 1);
    const target = sum(chosen.map((index) => A[index]));
    return { N, A, target, reference_answer: chosen.join(" ") };
  },

  prompt: ({ N, A, target }) =>
    `Here are ${N} integers:
${formatIndexed("A", A)}

Choose some of them, each at most once (equal ones count separately), whose sum is exactly ${target}.

Answer with the indices of the chosen integers in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(indices, { N, A, target }) {
    const fault = findIndexFault(indices, N);
    if (fault !== undefined) return invalid(fault);
    const total = sum(indices.map((index) => A[index]));
    return exact(total === target, `sum ${total}, target ${target}`);
  },

  picture: ({ A }, chosen) => barsPicture(A, { chosen }),

  solve: ({ A, target }) => findSubset(A, target).join(" "),
});

/**
 * Indices whose entries add up to the target, where there are any: each sum remembers the entry by
 * which it was first reached, before which the rest had been. O(N · target).
 */
function findSubset(A: readonly number[], target: number): number[] {
  const last = new Int32Array(target + 1).fill(-1);
  const isReached = (total: number) => total === 0 || last[total] !== -1;
  for (const [index, entry] of A.entries()) {
    for (let total = target; total >= entry; total--) {
      if (!isReached(total) && isReached(total - entry)) last[total] = index;
    }
  }
  const chosen: number[] = [];
  for (let rest = target; rest > 0 && last[rest] !== -1; rest -= A[last[rest]])
    chosen.push(last[rest]);
  return chosen;
}
