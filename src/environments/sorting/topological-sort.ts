import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { topologicalOrder } from "../toolkit/graphs/topological-order.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { countMet, randomPrecedences } from "../toolkit/sequences/precedences.ts";
import { formatLines } from "../toolkit/text/format.ts";

const BETA = 10;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  before_conditions: z.array(z.tuple([z.int(), z.int()])),
  reference_answer: z.string(),
});

export const topologicalSort = defineEnvironment({
  id: "TopologicalSort",
  title: "Topological order",
  summary: "Order 0 to N−1 so that all the given precedence conditions are met.",
  reward: "(satisfied/all)^10; no permutation −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const order = random.permutation(N);
    const countAt = (position: number) => random.integer(1, position);
    const before_conditions = randomPrecedences(order, countAt, random);
    return { N, before_conditions, reference_answer: order.join(" ") };
  },

  prompt: ({ N, before_conditions }) =>
    `Put the ${N} integers from 0 to ${N - 1} in an order, each exactly once, that meets all of these ${before_conditions.length} conditions:
${formatLines(before_conditions, ([before, after]) => `${before} stands before ${after}`)}

"Before" means anywhere to the left, not necessarily next to it. Any order that meets all the conditions is right.

Answer with the ${N} integers in this order from left to right on one line, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(order, { N, before_conditions }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const met = countMet(before_conditions, order);
    return fraction(met, before_conditions.length, BETA, "conditions met");
  },

  solve: ({ N, before_conditions }) =>
    topologicalOrder(toDirectedAdjacency(N, before_conditions)).join(" "),
});
