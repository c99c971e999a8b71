import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { recurrence } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { exact } from "../toolkit/scoring/exact.ts";
import { oncePer } from "../toolkit/scoring/once-per.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";

const OPERATORS = ["&", "|", "^"] as const;
const OPERATOR_PROBABILITIES = [0.25, 0.25, 0.5];
/** Numbers of leaves as multiples of N: 2.0, 2.1, …, 5.0. */
const LEAF_MULTIPLES = Array.from({ length: 31 }, (_, step) => (20 + step) / 10);

type Operator = (typeof OPERATORS)[number];
type Node = [left: Tree, operator: Operator, right: Tree];
/** A leaf is the index of a variable. */
type Tree = number | Node;

const Parameters = z
  .object({ N: z.int().min(2), M: z.int() })
  .refine(({ N, M }) => M >= N, "M must be at least N");
const Instance = Parameters.safeExtend({
  // Checked without recursion, as a tree may be M deep.
  tree: z
    .custom<Node>(isNode, "not a tree of [left, operator, right]")
    .describe("[left, operator, right]; each side is such a triple again or a variable's index"),
  reference_answer: z.string(),
});

export const circuit = defineEnvironment({
  id: "Circuit",
  title: "Satisfy a Boolean formula",
  summary: "Find 0/1 values of N variables that make a formula of AND, OR and XOR true.",
  reward: "1 if satisfied, 0 if not; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 2 },
    ({ N }) => ({ N: N + 1 }),
    ({ N }) => LEAF_MULTIPLES.map((multiple) => ({ N, M: Math.floor(multiple * N) })),
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

Answer with the ${N} values of x[0] to x[${N - 1}] in this order on one line, each 0 or 1, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(values, { N, tree }) {
    if (values.length !== N) return invalid(`${values.length} values instead of ${N}`);
    const fault = findRangeFault(values, 0, 1);
    if (fault !== undefined) return invalid(fault);
    return exact(evaluate(tree, values) === 1, "the formula is 0");
  },

  solve: ({ N, tree }) => satisfy(N, tree)?.join(" ") ?? "",
});

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

/** The formula's value; given 32-bit columns of a truth table, 32 values at once. */
function evaluate(tree: Node, values: readonly number[]): number {
  return fold(
    tree,
    (variable) => values[variable],
    (left, operator, right) => {
      if (operator === "&") return left & right;
      return operator === "|" ? left | right : left ^ right;
    },
  );
}

/** Columns of the first five variables in a truth table of 32 rows: bit r of column v is bit v of r. */
const FIRST_COLUMNS = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000];

/** Satisfying values by a truth table, 32 rows at a time until one holds: O(2^N · M / 32). */
function satisfy(N: number, tree: Node): number[] | undefined {
  const blockCount = 2 ** Math.max(0, N - FIRST_COLUMNS.length);
  for (let block = 0; block < blockCount; block++) {
    const columns = Array.from({ length: N }, (_, variable) => {
      if (variable < FIRST_COLUMNS.length) return FIRST_COLUMNS[variable];
      return -(Math.floor(block / 2 ** (variable - FIRST_COLUMNS.length)) % 2); // all 0 or all 1
    });
    const satisfied = evaluate(tree, columns);
    if (satisfied === 0) continue;
    const row = 31 - Math.clz32(satisfied);
    return columns.map((column) => (column >>> row) & 1);
  }
  return undefined;
}
