import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { parentEdges } from "../toolkit/pictures/tree.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const weighted = maximising({ beta: 5 });

/** Up to here N³ stays below 2^50, so that sums are exact and averages that differ stay apart. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  W: integersFrom(1, MAX_N),
  A: integersFrom(0),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "W", "A"),
  holds(
    "A",
    ({ A }) => A.every((before, index) => before <= index),
    "must name for each element one with a smaller number, or 0",
  ),
);

export const maxTreeConstrainedPermutationWeight = defineEnvironment({
  id: "Max_TreeConstrainedPermutation_Weight",
  title: "Heaviest order under a precedence tree",
  summary:
    "Order elements under tree-shaped precedence constraints so that the sum of weight times position is largest.",
  reward: `${weighted.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const W = random.integers(N, 1, N);
    const A = Array.from({ length: N }, (_, index) => random.integer(0, index));
    return { N, W, A, gold_answer: weigh(heaviestOrder(W, A), W) };
  },

  prompt: ({ N, W, A }) =>
    `There are ${N} elements, numbered from 1. Each has a weight W, and some have one other element that must stand before them:
${formatLines(W, (weight, index) => `element ${index + 1}: W[${index + 1}] = ${weight}, ${A[index] === 0 ? "no constraint" : `must stand after element ${A[index]}`}`)}

Put all ${N} elements in an order P[1], …, P[${N}] that meets every constraint; an element need not stand directly behind the one it must follow. Make the sum of W[P[i]] · i over all positions i from 1 to ${N} as large as possible.

Answer with the elements P[1] to P[${N}] in this order on one line, separated by spaces, like this: ${placeholders(N, "i")}`,

  answer: integerList,

  score(order, { N, W, A, gold_answer }) {
    const fault = findPermutationFault(order, N, 1);
    if (fault !== undefined) return invalid(fault);
    const position = inversePermutation(order, 1);
    const early = position.findIndex((at, index) => A[index] !== 0 && position[A[index] - 1] > at);
    if (early !== -1) return invalid(`element ${early + 1} stands before element ${A[early]}`);
    return weighted.verdict(weigh(order, W), gold_answer);
  },

  picture: ({ N, W, A }, order) =>
    graphPicture(N, parentEdges(A, 1, 1), { base: 1, directed: true, notes: W, order }),

  solve: ({ W, A }) => heaviestOrder(W, A).join(" "),
});

function weigh(order: readonly number[], W: readonly number[]): number {
  let total = 0;
  for (const [index, element] of order.entries()) total += W[element - 1] * (index + 1);
  return total;
}

/**
 * An order with the largest sum: Horn's algorithm for one machine and out-tree precedences (1972).
 * The group of elements with the least average weight should stand as early as it may, and so comes
 * directly behind the group of its first element's predecessor: the two become one group, a fixed
 * sequence. This goes on until all are behind the start, element 0. O(N log N).
 */
function heaviestOrder(W: readonly number[], A: readonly number[]): number[] {
  // Groups are named by their first element; next chains the elements of a group.
  const weight = [0, ...W];
  const size = weight.map(() => 1);
  const last = weight.map((_, element) => element);
  const next = weight.map(() => 0);
  const groups = new UnionFind(weight.length);
  const firstOf = weight.map((_, element) => element); // by the representative of the group
  const isFirst = weight.map(() => true);

  const queue = new PriorityQueue<number>();
  const enqueue = (group: number) => queue.push(group, weight[group] / size[group]);
  for (let element = 1; element < weight.length; element++) enqueue(element);

  for (let key = queue.firstKey; key !== undefined; key = queue.firstKey) {
    const group = queue.pop() ?? 0;
    const isStale = !isFirst[group] || key !== weight[group] / size[group];
    if (isStale) continue;
    const front = firstOf[groups.find(A[group - 1])];
    groups.unite(front, group);
    firstOf[groups.find(front)] = front;
    isFirst[group] = false;
    weight[front] += weight[group];
    size[front] += size[group];
    next[last[front]] = group;
    last[front] = last[group];
    if (front !== 0) enqueue(front);
  }
  const order: number[] = [];
  for (let element = next[0]; element !== 0; element = next[element]) order.push(element);
  return order;
}
