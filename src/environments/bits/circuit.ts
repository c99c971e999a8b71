import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { oncePer } from "../toolkit/scoring/once-per.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** So drawn, a formula is satisfied by about every second assignment, and a guess is often right. */
const OPERATORS = ["&", "|", "^"] as const;
const OPERATOR_PROBABILITIES = [0.25, 0.25, 0.5];
const MAX_N = 1_000;
const MAX_M = 10 * MAX_N;
/** Numbers of leaves as multiples of N: 2.0, 2.1, …, 5.0. */
const LEAF_MULTIPLES = Array.from({ length: 31 }, (_, step) => (20 + step) / 10);

type Operator = (typeof OPERATORS)[number];
type Node = [left: Tree, operator: Operator, right: Tree];
/** A leaf is the index of a variable. */
type Tree = number | Node;

const Parameters = z
  .object({ N: sizeFrom(2, MAX_N), M: sizeFrom(2, MAX_M) })
  .check(holds("M", ({ N, M }) => M >= N, "must be at least N"));
const Instance = instanceOf(Parameters, {
  // Checked without recursion, as a tree may be M deep.
  tree: z
    .custom<Node>(isNode, "not a tree of [left, operator, right]")
    .describe("[left, operator, right]; each side is such a triple again or a variable's index"),
  reference_answer: z.string(),
}).check(
  holds("tree", ({ M, tree }) => variablesOf(tree).length === M, "must have M leaves"),
  holds(
    "tree",
    ({ N, tree }) => findRangeFault(variablesOf(tree), 0, N - 1) === undefined,
    "must have leaves from 0 to N − 1",
  ),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) => {
      const values = integerList.parse(reference_answer);
      return values !== null && verdict(values, problem).reward === 1;
    },
    "must be N values that satisfy the formula",
  ),
);

export const circuit = defineEnvironment({
  id: "Circuit",
  title: "Satisfy a Boolean formula",
  summary: "Find 0/1 values of N variables that make a formula of AND, OR and XOR true.",
  reward: `${EXACT_WORDS}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }, ({ N }) =>
    LEAF_MULTIPLES.map((multiple) => ({ N, M: Math.floor(multiple * N) })),
  ),

  generate({ N, M }, random) {
    return redrawUntil(() => {
      const hidden = random.integers(N, 0, 1);
      const tree = randomNode(N, M, random);
      if (evaluate(tree, hidden) !== 1) return undefined;
      return { N, M, tree, reference_answer: hidden.join(" ") };
    });
  },

  prompt: ({ N, tree }) =>
    `A formula of ${N} Boolean variables x[0] to x[${N - 1}], each 0 or 1, is built from the operations & (AND: 1 if both sides are 1), | (OR: 1 if at least one side is 1) and ^ (XOR: 1 if exactly one side is 1), with brackets around every operation but the outermost:
${format(tree)}

Find values of the variables for which the formula is 1. A variable that does not occur may have either value.

Answer with the ${N} values of x[0] to x[${N - 1}] in this order on one line, each 0 or 1, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score: verdict,

  solve: ({ N, tree }) => satisfy(tree, new Array<number>(N).fill(OPEN))?.join(" ") ?? "",
});

function verdict(values: readonly number[], { N, tree }: { N: number; tree: Node }): Verdict {
  const fault = findCountFault(values, N) ?? findRangeFault(values, 0, 1);
  if (fault !== undefined) return invalid(fault);
  return exact(evaluate(tree, values) === 1, "the formula is 0");
}

function randomNode(N: number, leafCount: number, random: Random): Node {
  const grow = (leaves: number) =>
    leaves === 1 ? random.integer(0, N - 1) : randomNode(N, leaves, random);
  const leftCount = random.integer(1, leafCount - 1);
  const left = grow(leftCount);
  const operator = OPERATORS[random.weightedIndex(OPERATOR_PROBABILITIES)];
  return [left, operator, grow(leafCount - leftCount)];
}

function isNode(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const trees: unknown[] = [value];
  for (const tree of trees) {
    if (Number.isInteger(tree)) continue;
    if (!Array.isArray(tree) || tree.length !== 3 || !OPERATORS.includes(tree[1])) return false;
    trees.push(tree[0], tree[2]);
  }
  return true;
}

/** A tree in postfix notation: operands before their operator. */
const toPostfix = oncePer((tree: Node) => {
  const tokens: (number | Operator)[] = [];
  const pending: Tree[] = [tree];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "number") {
      tokens.push(next);
      continue;
    }
    const [left, operator, right] = next;
    tokens.push(operator);
    pending.push(left, right);
  }
  return tokens.reverse();
});

function variablesOf(tree: Node): number[] {
  return toPostfix(tree).filter((token) => typeof token === "number");
}

/** Combines the values of the leaves, from the leaves to the root. */
function fold<Value>(
  tree: Node,
  leaf: (variable: number) => Value,
  join: (left: Value, operator: Operator, right: Value) => Value,
): Value {
  const values: Value[] = [];
  let top = -1;
  for (const token of toPostfix(tree)) {
    if (typeof token === "number") {
      values[++top] = leaf(token);
    } else {
      top--;
      values[top] = join(values[top], token, values[top + 1]);
    }
  }
  return values[0];
}

function format(tree: Node): string {
  const bracketed = fold(
    tree,
    (variable) => `x[${variable}]`,
    (left, operator, right) => `(${left} ${operator} ${right})`,
  );
  return bracketed.slice(1, -1);
}

/** A variable without a value yet; a formula whose value depends on such variables. */
const OPEN = -1;

/** The formula's value: 0, 1 or, where it is not settled by the values, OPEN (Kleene's logic). */
function evaluate(tree: Node, values: readonly number[]): number {
  return fold(
    tree,
    (variable) => values[variable],
    (left, operator, right) => {
      if (operator === "&" && (left === 0 || right === 0)) return 0;
      if (operator === "|" && (left === 1 || right === 1)) return 1;
      if (left === OPEN || right === OPEN) return OPEN;
      if (operator === "^") return left ^ right;
      return operator === "&" ? 1 : 0;
    },
  );
}

/**
 * Satisfying values that agree with those given, by backtracking over the variables as long as the
 * formula is not settled. Exponential in the worst case, but about every second assignment
 * satisfies a random formula: mostly O(N · M).
 */
function satisfy(tree: Node, given: readonly number[]): number[] | undefined {
  const value = evaluate(tree, given);
  if (value === 0) return undefined;
  if (value === 1) return given.map((chosen) => (chosen === OPEN ? 0 : chosen));
  const variable = given.indexOf(OPEN);
  return satisfy(tree, given.with(variable, 0)) ?? satisfy(tree, given.with(variable, 1));
}
