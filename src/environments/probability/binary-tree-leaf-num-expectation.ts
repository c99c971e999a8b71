import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { fraction } from "../toolkit/answer-forms/fractions.ts";
import { recurrence } from "../toolkit/levels.ts";
import { lowestTerms } from "../toolkit/numbers/ratios.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Terms of the fraction stay safe integers; solving takes N steps. */
const LARGEST_N = 1_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(5, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  gold_answer: z.object({ A: integerFrom(1), B: integerFrom(1) }),
  reference_answer: z.string(),
});

/** N is all that distinguishes problems: there are 5 of them at level 0, 15 at level 3, 244 at level 10. */
export const binaryTreeLeafNumExpectation = defineEnvironment({
  id: "BinaryTreeLeafNumExpectation",
  title: "Expected leaves of a binary tree",
  summary:
    "Give, as a fraction, the expected number of leaves of a uniformly random binary tree with N nodes.",
  reward: `${EXACT_WORDS}; ${malformedWords("not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 5 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(1, MAX_N);
    const [A, B] = expectedLeaves(N).map(Number);
    return { MAX_N, N, gold_answer: { A, B }, reference_answer: `${A}/${B}` };
  },

  prompt: ({ N }) =>
    `A binary tree has ${formatCount(N, "node")}. Each node may have a left child and may have a right child; two binary trees are the same only if they have the same root, the same left subtree and the same right subtree, where a left child is never the same as a right child. A leaf is a node without children.

A binary tree with ${formatCount(N, "node")} is chosen uniformly at random among all different ones (the nodes have no names). What is the expected number of its leaves?

Answer with the expected number as a fraction A/B with positive integers A and B, also where it is an integer, like this: A/B`,

  answer: fraction,

  score([numerator, denominator], { gold_answer }) {
    if (numerator <= 0n || denominator <= 0n) return malformed("a part is not positive");
    const { A, B } = gold_answer;
    return exact(
      numerator * BigInt(B) === denominator * BigInt(A),
      `right is ${A}/${B}`,
      "not the expected number",
    );
  },

  solve: ({ N }) => expectedLeaves(N).join("/"),
});

/**
 * Each tree with N − 1 nodes has N places for a further leaf: all trees with N nodes have N · C(N − 1)
 * leaves together, where Catalan's number C(N) counts the trees and C(N) / C(N − 1) = 2(2N − 1)/(N + 1).
 */
function expectedLeaves(N: number): [bigint, bigint] {
  return lowestTerms(BigInt(N) * BigInt(N + 1), 2n * BigInt(2 * N - 1));
}
