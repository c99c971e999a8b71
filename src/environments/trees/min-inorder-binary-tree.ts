import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { type Edge, type Neighbour, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import type { Random } from "../toolkit/random/random.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { childrenOf, rootTree } from "../toolkit/trees/rooted-tree.ts";

/** Each vertex is tried as the root: N² steps. */
const MAX_N = 1_000;
const MAX_DEGREE = 3;

const positions = matching({ beta: 10, unit: "positions right" });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  gold_answer: integers,
  reference_answer: z.string(),
}).check(
  tree("edges", "N", 1),
  holds(
    "edges",
    ({ N, edges }) => toAdjacency(N + 1, edges).every(({ length: degree }) => degree <= MAX_DEGREE),
    `must give no vertex more than ${MAX_DEGREE} neighbours`,
  ),
  permutation("gold_answer", "N", 1),
);

// Trees of level 0 have 4 vertices: 1 2 3 4 is right in more than half of the cases.
export const minInorderBinaryTree = defineEnvironment({
  id: "MinInorderBinaryTree",
  title: "Smallest inorder from tree edges",
  summary:
    "Orient given tree edges into a binary tree whose inorder traversal is lexicographically smallest and output it.",
  reward: `${positions.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const edges = random.shuffle(drawBinaryTree(N, random));
    const gold_answer = leastInorder(N, edges);
    return { N, edges, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges, { from: 1 })}

Make a binary tree of it: choose a root with at most two neighbours; all other vertices hang below it, each joined by its edge to its parent. For each child choose whether it is the left or the right child of its parent. A vertex has at most one left and at most one right child; an only child may be either.

The inorder sequence of the binary tree lists the left subtree of the root, then the root, then the right subtree, each subtree in the same way. Choose so that this sequence is lexicographically as small as possible: of two sequences, the smaller is the one with the smaller number at the first position where they differ.

Answer with the ${N} numbers of the smallest inorder sequence, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(sequence, { N, gold_answer }) {
    const fault = findPermutationFault(sequence, N, 1);
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(sequence, gold_answer), N);
  },

  picture: ({ N, edges }, order) => treePicture(N, edges, { base: 1, order }),

  solve: ({ N, edges }) => leastInorder(N, edges).join(" "),
});

/** The first of some labels is the root, the others are parted between its subtrees, uniformly. */
function drawBinaryTree(N: number, random: Random): [number, number][] {
  const edges: [number, number][] = [];
  const stack = [random.permutation(N, 1)];
  for (let labels = stack.pop(); labels !== undefined; labels = stack.pop()) {
    const [root, ...others] = labels;
    const leftSize = random.integer(0, others.length);
    for (const part of [others.slice(0, leftSize), others.slice(leftSize)]) {
      if (part.length === 0) continue;
      edges.push(root < part[0] ? [root, part[0]] : [part[0], root]);
      stack.push(part);
    }
  }
  return edges;
}

function leastInorder(N: number, edges: readonly Edge[]): number[] {
  const adjacency = toAdjacency(N + 1, edges);
  let least: number[] = [];
  for (let root = 1; root <= N; root++) {
    if (adjacency[root].length === MAX_DEGREE) continue;
    const inorder = leastInorderFrom(root, adjacency);
    const place = inorder.findIndex((label, index) => label !== least[index]);
    if (least.length === 0 || inorder[place] < least[place]) least = inorder;
  }
  return least;
}

/**
 * With a given root, subtrees have their smallest sequences, and these differ in their first labels:
 * of two children the one whose sequence starts lower goes left, an only child where it helps. O(N).
 */
function leastInorderFrom(root: number, adjacency: readonly (readonly Neighbour[])[]): number[] {
  const tree = rootTree(adjacency, root);
  const children = childrenOf(tree);
  const first = adjacency.map((_, vertex) => vertex);
  for (const vertex of tree.order.toReversed()) {
    const firsts = children[vertex].map((child) => first[child]);
    first[vertex] = Math.min(...firsts, ...(firsts.length < 2 ? [vertex] : []));
  }
  const inorder: number[] = [];
  // Vertices whose left subtree is listed are marked by a minus.
  const stack = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next < 0) {
      inorder.push(-next);
      continue;
    }
    const vertex = next;
    const below = children[vertex].toSorted((a, b) => first[a] - first[b]);
    const goesLeft = below.length === 2 || (below.length === 1 && first[below[0]] < vertex);
    const [left, right] = goesLeft ? [below.slice(0, 1), below.slice(1)] : [[], below];
    stack.push(...right, -vertex, ...left);
  }
  return inorder;
}
