import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

const LETTERS = "X()";
/** Trees up to this number have at most 29 nodes; the counts of trees are exact numbers. */
const LARGEST_NUMBER = 1e15;

const Parameters = z.object({ MAX_N: sizeFrom(1, LARGEST_NUMBER) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1),
  reference_answer: textOver(LETTERS),
}).check(within("N", 1, "MAX_N"));

// The lowest levels have few numbers: 3 at level 0, 9 at level 3.
export const kthBinaryTree = defineEnvironment({
  id: "Kth_BinaryTree",
  title: "Binary tree by index",
  summary:
    "Write in bracketed in-line form the binary tree that has a given index in a size-then-lexicographic list.",
  reward: `${EXACT_WORDS}; ${invalidWords("other characters")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 3 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(1, MAX_N);
    return { MAX_N, N, reference_answer: treeNumbered(N) };
  },

  prompt: ({ N }) =>
    `In a binary tree each node has a left and a right subtree, either of which may be empty. All binary trees are listed in the following order and numbered from 0 by their places in this list. Of two trees, the one with fewer nodes comes first. Of two trees with the same number of nodes, the one whose left subtree has the smaller number comes first; if their left subtrees are equal, the one whose right subtree has the smaller number comes first. So the empty tree has number 0, and the tree of a single node has number 1.

A tree is written down by these rules. The empty tree is not written at all. Any other tree is written as X, which stands for its root; before it the left subtree in parentheses, after it the right subtree in parentheses. Parentheses are left out together with an empty subtree.

Write down the tree with the number ${N}.

Answer with one line of the characters X, ( and ), without blanks, like this (for another tree): ${N === 14 ? "((X)X)X(X)" : "(X)X(X(X))"}`,

  answer: describedAs("a line of the characters X, ( and )", plainText),

  score(text, { reference_answer }) {
    const fault = findAlphabetFault(text, LETTERS);
    if (fault !== undefined) return invalid(fault);
    return exact(text === reference_answer, `right is ${reference_answer}`, "not the right tree");
  },

  solve: ({ N }) => treeNumbered(N),
});

/** Catalan numbers: how many binary trees have 0, 1, …, 29 nodes. */
const treeCounts = [1];
for (let nodes = 1; nodes <= 29; nodes++) {
  treeCounts.push(sum(treeCounts.map((count, left) => count * treeCounts[nodes - 1 - left])));
}

function treeNumbered(number: number): string {
  let [size, rank] = [0, number];
  for (; rank >= treeCounts[size]; size++) rank -= treeCounts[size];
  return treeOfRank(size, rank);
}

/** The tree with this rank, from 0, among those of its size: sizes of the left subtree in turn. */
function treeOfRank(size: number, rank: number): string {
  if (size === 0) return "";
  let [left, rest] = [0, rank];
  for (; ; left++) {
    const count = treeCounts[left] * treeCounts[size - 1 - left];
    if (rest < count) break;
    rest -= count;
  }
  const rightCount = treeCounts[size - 1 - left];
  const bracketed = (text: string) => (text === "" ? "" : `(${text})`);
  const leftTree = treeOfRank(left, Math.floor(rest / rightCount));
  const rightTree = treeOfRank(size - 1 - left, rest % rightCount);
  return `${bracketed(leftTree)}X${bracketed(rightTree)}`;
}
