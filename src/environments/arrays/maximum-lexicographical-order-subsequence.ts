import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const places = matching({ beta: 5, unit: "places right" });

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  A: integers,
  gold_answer: integers,
  reference_answer: z.string(),
}).check(lengths("N", "A"), within("K", 1, "N"), lengths("K", "gold_answer"));

export const maximumLexicographicalOrderSubsequence = defineEnvironment({
  id: "MaximumLexicographicalOrderSubsequence",
  title: "Lexicographically largest K-subsequence",
  summary: "Output the lexicographically greatest subsequence of length K of an integer array.",
  reward: `${places.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(2, N - 1);
    const A = random.integers(N, 1, N);
    const gold_answer = greatestSubsequence(A, K);
    return { N, K, A, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, K, A }) =>
    `An array A holds ${N} integers, with indices from 0:
${formatIndexed("A", A)}

A subsequence of length ${K} consists of ${K} elements of A in their order in A; they need not be neighbours. Of two subsequences, the one with the greater value at the first place where they differ is the greater. Find the greatest subsequence of length ${K}.

Answer with its values (not their indices) in order on one line, separated by spaces, like this: ${placeholders(K)}`,

  answer: integerList,

  score(values, { K, A, gold_answer }) {
    const fault = findCountFault(values, K);
    if (fault !== undefined) return invalid(fault);
    if (!isSubsequence(values, A)) return invalid("not a subsequence of the array");
    return places.verdict(countAgreements(values, gold_answer), K);
  },

  picture: ({ A }) => barsPicture(A),

  solve: ({ A, K }) => greatestSubsequence(A, K).join(" "),
});

function isSubsequence(values: readonly number[], array: readonly number[]): boolean {
  let found = 0;
  for (const element of array) {
    if (found < values.length && element === values[found]) found++;
  }
  return found === values.length;
}

/**
 * The greatest subsequence of length K, O(N): a monotone stack, in which a greater element replaces
 * smaller ones before it as long as enough elements are left.
 */
function greatestSubsequence(A: readonly number[], K: number): number[] {
  const kept: number[] = [];
  let droppable = A.length - K;
  for (const element of A) {
    while (droppable > 0 && kept.length > 0 && kept[kept.length - 1] < element) {
      kept.pop();
      droppable--;
    }
    kept.push(element);
  }
  return kept.slice(0, K);
}
