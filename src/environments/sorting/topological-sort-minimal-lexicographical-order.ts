import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { topologicalOrder } from "../toolkit/graphs/topological-order.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import { correct, invalid } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { countMet, type Precedence, randomPrecedences } from "../toolkit/sequences/precedences.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const BETA = 5;
/** For an order that meets all conditions; the other half is for being the best one. */
const VALID_SHARE = 0.5;
const MAX_CONDITIONS_PER_ELEMENT = 3;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  before_conditions: z.array(z.tuple([z.int(), z.int()])),
  gold_answer: integers,
  reference_answer: z.string(),
});

export const topologicalSortMinimalLexicographicalOrder = defineEnvironment({
  id: "TopologicalSort_MinimalLexicographicalOrder",
  title: "Topological order by priority of labels",
  summary:
    "Order 0 to N−1 under precedence conditions so that 0 comes as early as possible, then 1, then 2, and so on.",
  reward: "0.5·(satisfied/all)^5, plus 0.5·(matched/N)^5 if all are satisfied; no permutation −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

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

Answer with the labels of all ${N} tasks in the sequence in which they are carried out, on one line, separated by spaces, like this: i j k …`,

  answer: integerList,

  score(order, { N, before_conditions, gold_answer }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const count = before_conditions.length;
    const met = countMet(before_conditions, order);
    if (met < count) {
      const reward = VALID_SHARE * powerOfRatio(met, count, BETA);
      return { reward, reason: `${met} of ${count} conditions met` };
    }
    const matched = countAgreements(order, gold_answer);
    if (matched === N) return correct();
    const reward = VALID_SHARE + (1 - VALID_SHARE) * powerOfRatio(matched, N, BETA);
    return { reward, reason: `all conditions met, ${matched} of ${N} positions right` };
  },

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
