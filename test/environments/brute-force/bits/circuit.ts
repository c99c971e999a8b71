import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences, toIntegers } from "../enumerations.ts";

type Tree = number | [Tree, string, Tree];

interface Circuit {
  N: number;
  tree: Tree;
  reference_answer: string;
}

function evaluate(tree: Tree, values: readonly number[]): number {
  if (typeof tree === "number") return values[tree];
  const [left, right] = [evaluate(tree[0], values), evaluate(tree[2], values)];
  if (tree[1] === "&") return Math.min(left, right);
  return tree[1] === "|" ? Math.max(left, right) : (left + right) % 2;
}

export const circuit = bruteForce<Circuit>(
  "Circuit",
  [
    { N: 3, M: 6 },
    { N: 6, M: 20 },
  ],
  ({ N, tree, reference_answer }, answer) => {
    const satisfying = [...sequences([0, 1], N)].filter((values) => evaluate(tree, values) === 1);
    expect(satisfying).toContainEqual(toIntegers(reference_answer));
    expect(satisfying).toContainEqual(toIntegers(answer));
  },
);
