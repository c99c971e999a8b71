import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { circleEdges, graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Far beyond any use; bounds the O(N · M) of counting aloud. */
const MAX_PEOPLE = 10_000;

const positions = matching({ beta: 10, unit: "positions right" });

const Parameters = z.object({ MAX_N: sizeFrom(3, MAX_PEOPLE) });
const Instance = instanceOf(Parameters, {
  N: integer,
  M: integer,
  gold_answer: integers,
  reference_answer: z.string(),
}).check(
  within("N", 3, "MAX_N"),
  within("M", 1, "N"),
  permutation("gold_answer", "N", 1),
  holds(
    "reference_answer",
    ({ gold_answer, reference_answer }) => gold_answer.join(" ") === reference_answer,
    "must be the numbers of gold_answer",
  ),
);

export const josephus = defineEnvironment({
  id: "Josephus",
  title: "Josephus elimination order",
  summary: "Give the order in which the people in a circle leave when every M-th is removed.",
  reward: `${positions.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 3 }),

  generate({ MAX_N }, random) {
    const N = random.integer(3, MAX_N);
    const M = random.integer(2, N);
    const gold_answer = eliminationOrder(N, M);
    return { MAX_N, N, M, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, M }) =>
    `${N} people, numbered from 1 to ${N}, stand in a circle in this order; person 1 follows person ${N}. They count aloud: person 1 says 1, the next person says 2, and so on around the circle. Whoever says ${M} leaves the circle, and the next person who is still in it starts again at 1. Those who have left are skipped, and one person left alone goes on counting. This continues until nobody is left.

In which order do the people leave?

Answer with the ${N} numbers of the people in the order in which they leave, the first to leave first, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(order, { N, gold_answer }) {
    const fault = findPermutationFault(order, N, 1);
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(order, gold_answer), N);
  },

  picture: ({ N }, order) => graphPicture(N, circleEdges(N, 1), { base: 1, order }),

  solve: ({ N, M }) => countAloud(N, M).join(" "),
});

/**
 * Jumps over M − 1 people at once and removes the next. That moves O(N²) entries in the worst case,
 * but in blocks of memory: faster than an order-statistics tree up to some 10,000 people.
 */
function eliminationOrder(N: number, M: number): number[] {
  const circle = Array.from({ length: N }, (_, index) => index + 1);
  const order: number[] = [];
  let at = 0;
  while (circle.length > 0) {
    at = (at + M - 1) % circle.length;
    order.push(...circle.splice(at, 1));
  }
  return order;
}

/** The counting itself, from each person to the next who is still in the circle. O(N · M). */
function countAloud(N: number, M: number): number[] {
  const next = Array.from({ length: N + 1 }, (_, person) => (person % N) + 1);
  const order: number[] = [];
  let previous = N;
  while (order.length < N) {
    for (let count = 1; count < M; count++) previous = next[previous];
    const leaving = next[previous];
    next[previous] = next[leaving];
    order.push(leaving);
  }
  return order;
}
