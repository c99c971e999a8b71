import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const BETA = 5;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  K: z.int().min(1),
  A: integers,
  gold_answer: integers,
  reference_answer: z.string(),
});

export const maximumLexicographicalOrderSubsequence = defineEnvironment({
  id: "MaximumLexicographicalOrderSubsequence",
  title: "Lexicographically largest K-subsequence",
  summary: "Output the lexicographically greatest subsequence of length K of an integer array.",
  reward: "(matched/all)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

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

Answer with its ${K} values (not their indices) in order on one line, separated by spaces, like this: a b …`,

  answer: integerList,

  score(values, { K, A, gold_answer }) {
    if (values.length !== K) return invalid(`${values.length} values instead of ${K}`);
    if (!isSubsequence(values, A)) return invalid("not a subsequence of the array");
    return fraction(countAgreements(values, gold_answer), K, BETA, "places right");
  },

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
