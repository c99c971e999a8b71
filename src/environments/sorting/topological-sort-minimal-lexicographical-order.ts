import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { topologicalOrder } from "../toolkit/graphs/topological-order.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { acyclic, edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";
import { matching, satisfying } from "../toolkit/scoring/fractions.ts";
import { correct, invalid, invalidWords, partial } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { countMet, type Precedence, randomPrecedences } from "../toolkit/sequences/precedences.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** For an order that meets all conditions; the other half is for being the best one. */
const VALID_SHARE = 0.5;
const BEST_SHARE = 1 - VALID_SHARE;
const MAX_CONDITIONS_PER_ELEMENT = 3;
/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 20_000;

const conditions = satisfying({ beta: 5, unit: "conditions met" });
const positions = matching({ beta: 5, unit: "positions right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  before_conditions: edges.min(1),
  gold_answer: integers,
  reference_answer: z.string(),
}).check(
  graph("before_conditions", "N", { directed: true }),
  acyclic("before_conditions", "N"),
  permutation("gold_answer", "N"),
  holds(
    "gold_answer",
    ({ before_conditions, gold_answer }) =>
      countMet(before_conditions, gold_answer) === before_conditions.length,
    "must meet all conditions",
  ),
);

export const topologicalSortMinimalLexicographicalOrder = defineEnvironment({
  id: "TopologicalSort_MinimalLexicographicalOrder",
  title: "Topological order by priority of labels",
  summary:
    "Order 0 to N−1 under precedence conditions so that 0 comes as early as possible, then 1, then 2, and so on.",
  reward: `${VALID_SHARE}·${conditions.words}, plus ${BEST_SHARE}·${positions.words} if all are satisfied; ${invalidWords("no permutation")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const order = random.permutation(N);
    const countAt = (position: number) =>
      random.integer(0, Math.min(position, MAX_CONDITIONS_PER_ELEMENT));
    const before_conditions = redrawUntil(() => {
      const conditions = randomPrecedences(order, countAt, random);
      return conditions.length > 0 ? conditions : undefined;
    });
    const gold_answer = earliestLabels(N, before_conditions);
    return { N, before_conditions, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, before_conditions }) =>
    `${N} tasks, labelled 0 to ${N - 1}, are carried out one after the other, each once, under ${formatCount(before_conditions.length, "condition")}:
${formatLines(before_conditions, ([before, after]) => `task ${before} before task ${after}`)}

Of all sequences of the tasks in which each condition is met, choose the one in which task 0 is as early as possible; among those that agree on this, the one in which task 1 is as early as possible; and so on for all tasks, label by label. This is not the same as having the smallest labels in front: an early position of task 0 counts first, whichever tasks have to come before it.

Answer with the labels of all ${N} tasks in the sequence in which they are carried out, on one line, separated by spaces, like this: ${placeholders(N, "i")}`,

  answer: integerList,

  score(order, { N, before_conditions, gold_answer }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const met = countMet(before_conditions, order);
    const valid = conditions.verdict(met, before_conditions.length);
    if (valid.reason !== undefined) return partial(VALID_SHARE * valid.reward, valid.reason);
    const best = positions.verdict(countAgreements(order, gold_answer), N);
    if (best.reason === undefined) return correct();
    const reward = VALID_SHARE + BEST_SHARE * best.reward;
    return partial(reward, `all conditions met, ${best.reason}`);
  },

  picture: ({ N, before_conditions }, order) =>
    graphPicture(N, before_conditions, { directed: true, order }),

  solve: ({ N, before_conditions }) => earliestLabels(N, before_conditions).join(" "),
});

/**
 * The order is filled from its end: of the tasks that need not be before any other one left, the one
 * with the largest label comes last. This is a topological order of the reversed conditions, read
 * backwards. O((N + conditions) log N).
 */
function earliestLabels(N: number, conditions: readonly Precedence[]): number[] {
  const reversed = conditions.map(([before, after]) => [after, before]);
  return topologicalOrder(toDirectedAdjacency(N, reversed), (label) => -label).reverse();
}
