import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { topologicalOrder } from "../toolkit/graphs/topological-order.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { acyclic, edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countMet, randomPrecedences } from "../toolkit/sequences/precedences.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Far beyond any use; the bound keeps every accepted draw, of up to N²/2 conditions, in a second. */
const MAX_N = 500;

const conditions = satisfying({ beta: 10, unit: "conditions met" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  before_conditions: edges.min(1),
  reference_answer: z.string(),
}).check(graph("before_conditions", "N", { directed: true }), acyclic("before_conditions", "N"));

export const topologicalSort = defineEnvironment({
  id: "TopologicalSort",
  title: "Topological order",
  summary: "Order 0 to N−1 so that all the given precedence conditions are met.",
  reward: `${conditions.words}; ${invalidWords("no permutation")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const order = random.permutation(N);
    const countAt = (position: number) => random.integer(1, position);
    const before_conditions = randomPrecedences(order, countAt, random);
    return { N, before_conditions, reference_answer: order.join(" ") };
  },

  prompt: ({ N, before_conditions }) =>
    `Put the ${N} integers from 0 to ${N - 1} in an order, each exactly once, that meets ${before_conditions.length === 1 ? "this condition" : `all of these ${before_conditions.length} conditions`}:
${formatLines(before_conditions, ([before, after]) => `${before} stands before ${after}`)}

"Before" means anywhere to the left, not necessarily next to it. Any order that meets all the conditions is right.

Answer with the ${N} integers in this order from left to right on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(order, { N, before_conditions }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const met = countMet(before_conditions, order);
    return conditions.verdict(met, before_conditions.length);
  },

  picture: ({ N, before_conditions }, order) =>
    graphPicture(N, before_conditions, { directed: true, order }),

  solve: ({ N, before_conditions }) =>
    topologicalOrder(toDirectedAdjacency(N, before_conditions)).join(" "),
});
