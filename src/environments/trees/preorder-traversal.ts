import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { partial } from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_N = 2_000;

const positions = matching({ beta: 10, unit: "positions right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  inorder_traversal: integers,
  postorder_traversal: integers,
  preorder_traversal: integers,
  reference_answer: z.string(),
}).check(
  permutation("inorder_traversal", "N"),
  permutation("postorder_traversal", "N"),
  permutation("preorder_traversal", "N"),
  holds(
    "postorder_traversal",
    ({ inorder_traversal, postorder_traversal }) =>
      preorderOf(inorder_traversal, postorder_traversal) !== undefined,
    "must belong to a tree with this inorder sequence",
  ),
);

// At level 0 there are 30 problems.
export const preorderTraversal = defineEnvironment({
  id: "PreorderTraversal",
  title: "Preorder from inorder and postorder",
  summary:
    "Reconstruct a binary tree from its inorder and postorder sequences and list its preorder.",
  reward: `${positions.words}; wrong length 0`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["preorder_traversal"],
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const inorder_traversal = random.permutation(N);
    const [preorder_traversal, postorder_traversal] = drawTree(inorder_traversal, random);
    const reference_answer = preorder_traversal.join(" ");
    return { N, inorder_traversal, postorder_traversal, preorder_traversal, reference_answer };
  },

  prompt: ({ N, inorder_traversal, postorder_traversal }) =>
    `A binary tree has ${N} nodes with the labels 0 to ${N - 1}. Its inorder sequence (the left subtree, then the root, then the right subtree, each subtree in the same way) is:
${inorder_traversal.join(" ")}
Its postorder sequence (the left subtree, then the right subtree, then the root) is:
${postorder_traversal.join(" ")}

Find its preorder sequence (the root, then the left subtree, then the right subtree).

Answer with the ${N} labels of the preorder sequence on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(labels, { N, preorder_traversal }) {
    const fault = findCountFault(labels, N, "label");
    if (fault !== undefined) return partial(0, fault);
    return positions.verdict(countAgreements(labels, preorder_traversal), N);
  },

  picture: ({ inorder_traversal, postorder_traversal }, answer) =>
    partsPicture({
      inorder: rowPicture(inorder_traversal),
      postorder: rowPicture(postorder_traversal),
      ...(answer !== undefined && { preorder: rowPicture(answer) }),
    }),

  solve: ({ inorder_traversal, postorder_traversal }) =>
    (preorderOf(inorder_traversal, postorder_traversal) ?? []).join(" "),
});

/** Each segment of the inorder sequence has a uniform root; its pre- and postorder, without recursion. */
function drawTree(inorder: readonly number[], random: Random): [pre: number[], post: number[]] {
  const preorder: number[] = [];
  const postorder: number[] = [];
  // Segments to come, and roots whose subtrees are done.
  const stack: (readonly [from: number, to: number] | number)[] = [[0, inorder.length]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "number") {
      postorder.push(next);
      continue;
    }
    const [from, to] = next;
    if (from === to) continue;
    const root = random.integer(from, to - 1);
    preorder.push(inorder[root]);
    stack.push(inorder[root], [root + 1, to], [from, root]);
  }
  return [preorder, postorder];
}

/**
 * The last label of a postorder segment is its root, whose place in the inorder sequence parts the
 * subtrees. Undefined if there is no such tree. O(N).
 */
function preorderOf(
  inorder: readonly number[],
  postorder: readonly number[],
): number[] | undefined {
  const place = inversePermutation(inorder);
  const preorder: number[] = [];
  const stack = [{ from: 0, to: inorder.length, end: postorder.length }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { from, to, end } = next;
    if (from === to) continue;
    const root = place[postorder[end - 1]];
    if (!(root >= from && root < to)) return undefined;
    preorder.push(inorder[root]);
    stack.push(
      { from: root + 1, to, end: end - 1 },
      { from, to: root, end: end - 1 - (to - root - 1) },
    );
  }
  return preorder;
}
