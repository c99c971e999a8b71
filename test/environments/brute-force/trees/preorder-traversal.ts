import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const preorderTraversal = bruteForce<{
  inorder_traversal: number[];
  postorder_traversal: number[];
  preorder_traversal: number[];
}>(
  "PreorderTraversal",
  [3, 6].map((N) => ({ N })),
  ({ inorder_traversal, postorder_traversal, preorder_traversal }, answer) => {
    /** The pre- and postorder of every tree with the inorder sequence. */
    const trees = (labels: number[]): [pre: number[], post: number[]][] => {
      if (labels.length === 0) return [[[], []]];
      return labels.flatMap((root, place) =>
        trees(labels.slice(0, place)).flatMap(([leftPre, leftPost]) =>
          trees(labels.slice(place + 1)).map(([rightPre, rightPost]): [number[], number[]] => [
            [root, ...leftPre, ...rightPre],
            [...leftPost, ...rightPost, root],
          ]),
        ),
      );
    };
    const fitting = trees(inorder_traversal).filter(
      ([, post]) => post.join() === postorder_traversal.join(),
    );
    expect(fitting.map(([pre]) => pre)).toEqual([preorder_traversal]);
    expect(answer).toBe(preorder_traversal.join(" "));
  },
);
