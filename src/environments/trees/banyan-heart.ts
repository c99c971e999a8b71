import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { placesOf } from "../toolkit/pictures/marks.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { overlapping } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { rootTree, subtreeSums } from "../toolkit/trees/rooted-tree.ts";

const LETTERS = "TF";

const hearts = overlapping({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, 10_000) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: textOver(LETTERS),
}).check(tree("edges", "N", 1), lengths("N", "reference_answer"));

export const banyanHeart = defineEnvironment({
  id: "BanyanHeart",
  title: "Possible heart vertices",
  summary: "Decide for each tree vertex whether the heart of the growing tree can end there.",
  reward: `${hearts.words}; ${malformedWords("wrong length or letters")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random, 1));
    return { N, edges, reference_answer: possibleHearts(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges, { from: 1 })}

This tree has grown from vertex 1 alone: the other vertices were attached one at a time, in an order that is not known, each by its edge to a vertex that was already there. At first the heart of the tree was vertex 1. After each attachment, the heart moved from where it was to the next vertex on the path to the vertex just attached.

For each vertex, decide whether it can be the heart after all ${N} vertices are there, for at least one possible order of attachment.

Answer with ${N} letters without separators: the i-th letter is T if vertex i can be the heart in the end, and F if it cannot. For a tree of three vertices, an answer would look like this: TFF`,

  answer: describedAs("a line of letters T and F", plainText),

  score(letters, { N, reference_answer }) {
    const fault = findCountFault(letters, N, "letter") ?? findAlphabetFault(letters, LETTERS);
    if (fault !== undefined) return malformed(fault);
    let [intersection, union] = [0, 0];
    for (let index = 0; index < N; index++) {
      const [claimed, possible] = [letters[index] === "T", reference_answer[index] === "T"];
      if (claimed && possible) intersection++;
      if (claimed || possible) union++;
    }
    return hearts.verdict(intersection, union);
  },

  picture: ({ N, edges }, letters) =>
    treePicture(N, edges, { base: 1, chosen: placesOf(letters, "T", 1) }),

  solve: ({ N, edges }) => possibleHearts(N, edges),
});

/** Stands for a subtree that is not there: no vertex has this number. */
const NONE = 0;

/**
 * T or F for each vertex. Where several subtrees hang from a place, vertices of one bring the heart
 * back from another. Only the largest subtree can have more of them than the others bring back; by
 * how much at least, follows from the subtrees within it. Two passes over the tree, O(N).
 */
function possibleHearts(N: number, edges: readonly Edge[]): string {
  const tree = rootTree(toAdjacency(N + 1, edges), 1);
  const size = subtreeSums(tree, [NONE, ...new Array<number>(N).fill(1)]);
  const larger = (a: number, b: number) => (size[a] >= size[b] ? a : b);
  const [, ...descendants] = tree.order;

  // The children of a vertex with the largest and with the second largest subtree.
  const first = size.map(() => NONE);
  const second = size.map(() => NONE);
  for (const vertex of descendants) {
    const parent = tree.parent[vertex];
    if (larger(first[parent], vertex) === vertex) {
      second[parent] = first[parent];
      first[parent] = vertex;
    } else second[parent] = larger(second[parent], vertex);
  }

  // The fewest steps by which the vertices of a subtree, alone, carry the heart down into it.
  const descent = size.map(() => 0);
  /** The fewest steps for subtrees with `total` vertices, of which the largest is given. */
  const leastDescent = (largest: number, total: number): number => {
    const others = total - size[largest];
    return descent[largest] <= others ? total % 2 : descent[largest] - others;
  };
  for (const vertex of tree.order.toReversed()) {
    descent[vertex] = 1 + leastDescent(first[vertex], size[vertex] - 1);
  }

  // The largest subtree that hangs from the path from the root down to a vertex's parent. With the
  // vertex's own children, these are the subtrees that must leave the heart where it is.
  const beside = size.map(() => NONE);
  for (const vertex of descendants) {
    const parent = tree.parent[vertex];
    const sibling = first[parent] === vertex ? second[parent] : first[parent];
    beside[vertex] = larger(beside[parent], sibling);
  }
  const isPossible = (vertex: number) =>
    leastDescent(larger(beside[vertex], first[vertex]), N - 1 - tree.depth[vertex]) === 0;
  return Array.from({ length: N }, (_, index) => (isPossible(index + 1) ? "T" : "F")).join("");
}
