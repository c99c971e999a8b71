import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, partial } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatSeries } from "../toolkit/text/series.ts";

const LARGEST_SCORE = 5;
/** The interval DP takes N³ steps. */
const MAX_N = 200;
const MAX_MAX_SCORE = 1_000_000;

const value = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), MAX_SCORE: sizeFrom(1, MAX_MAX_SCORE) });
const Instance = instanceOf(Parameters, {
  scores: integersFrom(1),
  gold: bigIntegerFrom(1n),
  reference_answer: z.string(),
}).check(lengths("N", "scores"), within("scores", 1, "MAX_SCORE"));

// The same shapes are best for many scores: 1 0 2 in two thirds of the cases at level 0, 2 0 1 4 3 5 in
// two fifths at level 3.
export const weightedBinaryTree = defineEnvironment({
  id: "WeightedBinaryTree",
  title: "Highest-scoring binary tree",
  summary:
    "Give the preorder of the binary tree with fixed inorder 0..N−1 that maximises a product-sum score.",
  reward: `${value.words}; no preorder of a tree 0; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["gold"],
  levels: recurrence({ N: 3, MAX_SCORE: LARGEST_SCORE }, ({ N, MAX_SCORE }) => ({
    N: grow(N),
    MAX_SCORE,
  })),

  generate({ N, MAX_SCORE }, random) {
    const scores = random.integers(N, 1, MAX_SCORE);
    const { score, preorder } = bestTree(scores);
    return { N, MAX_SCORE, scores, gold: score, reference_answer: preorder.join(" ") };
  },

  prompt: ({ N, scores }) =>
    `A binary tree has ${N} nodes with the labels 0 to ${N - 1}; its inorder sequence (the left subtree, then the root, then the right subtree) is ${formatSeries(N, String)}. Each node i has a score d[i]:
${formatIndexed("d", scores)}

The score of a tree is defined by its parts: a tree that is a single node i has the score d[i]. Any other tree has the score (score of the left subtree) · (score of the right subtree) + d[root], where an empty subtree counts as 1.

Find such a binary tree with the largest possible score.

Answer with the labels of its preorder sequence (the root, then the left subtree, then the right subtree) on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(preorder, { N, scores, gold }) {
    const fault = findPermutationFault(preorder, N);
    if (fault !== undefined) return invalid(fault);
    const reached = scoreOf(preorder, scores);
    if (reached === undefined) return partial(0, "no tree has this preorder sequence");
    return value.verdict(reached, gold);
  },

  picture: ({ scores }) => rowPicture(scores),

  solve: ({ scores }) => bestTree(scores).preorder.join(" "),
});

/** The score of the tree with this preorder and the inorder 0..N−1; undefined if there is none. */
function scoreOf(preorder: readonly number[], scores: readonly number[]): bigint | undefined {
  // Labels form a search tree: a node is closed by the first later label beyond its bound.
  let next = 0;
  const build = (low: number, high: number): bigint | undefined => {
    if (low > high) return 1n;
    const root = preorder[next];
    if (!(root >= low && root <= high)) return undefined;
    next++;
    const left = build(low, root - 1);
    const right = left === undefined ? undefined : build(root + 1, high);
    if (left === undefined || right === undefined) return undefined;
    return low === high ? BigInt(scores[root]) : left * right + BigInt(scores[root]);
  };
  return build(0, preorder.length - 1);
}

/** The best tree on each interval of labels, by its root (interval DP). O(N³) products. */
function bestTree(scores: readonly number[]): { score: bigint; preorder: number[] } {
  const N = scores.length;
  const best = Array.from({ length: N + 1 }, () => new Array<bigint>(N + 1).fill(1n));
  const rootOf = Array.from({ length: N + 1 }, () => new Array<number>(N + 1).fill(0));
  // best[from][to] for the labels from..to − 1.
  for (let length = 1; length <= N; length++) {
    for (let from = 0; from + length <= N; from++) {
      const to = from + length;
      let top = 0n;
      for (let root = from; root < to; root++) {
        const product = length === 1 ? 0n : best[from][root] * best[root + 1][to];
        const score = product + BigInt(scores[root]);
        if (score > top) {
          top = score;
          rootOf[from][to] = root;
        }
      }
      best[from][to] = top;
    }
  }
  const preorder: number[] = [];
  const collect = (from: number, to: number): void => {
    if (from === to) return;
    const root = rootOf[from][to];
    preorder.push(root);
    collect(from, root);
    collect(root + 1, to);
  };
  collect(0, N);
  return { score: best[0][N], preorder };
}
