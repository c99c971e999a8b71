import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { countAgreements } from "../toolkit/positions.ts";
import type { Random } from "../toolkit/random/random.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { findPermutationFault } from "../toolkit/selections.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { fraction, invalid } from "../toolkit/verdicts.ts";

/** The average lengths of the strings, of which a level offers each. */
const AVERAGE_LENGTHS = [1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 7, 10];
/** Far beyond any use; keeps the texts within memory. */
const MAX_AVERAGE_LENGTH = 1_000;
const BETA = 10;

const Parameters = z.object({
  N: z.int().min(2),
  average_length: z.number().min(1).max(MAX_AVERAGE_LENGTH),
});
const strings = z.array(z.string().regex(/^[ab]+$/));
const Instance = Parameters.extend({ A: strings, B: strings, reference_answer: z.string() });

export const pcpPermutation = defineEnvironment({
  id: "PCPPermutation",
  title: "Post correspondence permutation",
  summary: "Order pairs of strings so that their first and second parts spell the same text.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: N + 1 }),
    ({ N }) => AVERAGE_LENGTHS.map((average_length) => ({ N, average_length })),
  ),

  generate({ N, average_length }, random) {
    const longest = Math.floor(N * average_length);
    const length = Math.max(N + 1, random.integer(N, longest));
    const text = biasedText(length, ["b", "a"], random.unit(), random);
    const [partsOfA, partsOfB] = [cutRandomly(text, N, random), cutRandomly(text, N, random)];
    const order = random.permutation(N);
    const answer = new Array<number>(N);
    for (const [index, part] of order.entries()) answer[part] = index;
    return {
      N,
      average_length,
      A: order.map((part) => partsOfA[part]),
      B: order.map((part) => partsOfB[part]),
      reference_answer: answer.join(" "),
    };
  },

  prompt: ({ N, A, B }) =>
    `There are ${N} pairs of strings, numbered from 0:
${formatLines(A, (first, index) => `A[${index}]=${first} B[${index}]=${B[index]}`)}

Put the pairs in an order, each pair exactly once, so that the strings A of all pairs, joined in this order, give the same text as the strings B of all pairs, joined in the same order.

Answer with the numbers of the ${N} pairs in this order on one line, separated by spaces, like this: i j k …`,

  answer: integerList,

  score(order, { N, A, B }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const first = [...order.map((index) => A[index]).join("")];
    const second = [...order.map((index) => B[index]).join("")];
    return fraction(countAgreements(first, second), first.length, BETA, "letters agree");
  },

  solve: ({ A, B }) => findOrder(A, B).join(" "),
});

/** Cuts a text at distinct random places into non-empty parts. */
function cutRandomly(text: string, partCount: number, random: Random): string[] {
  const cuts = random.distinctIntegers(partCount - 1, 1, text.length - 1).sort((a, b) => a - b);
  return [0, ...cuts].map((start, part) => text.slice(start, cuts[part]));
}

/**
 * An order of the pairs, by depth-first search: a pair is appended as long as one text is a prefix
 * of the other. What can follow depends only on the pairs left and on the letters by which one text
 * is ahead, so states that failed are remembered, and equal pairs are tried once: at most 2^N sets.
 */
function findOrder(A: readonly string[], B: readonly string[]): number[] {
  const order: number[] = [];
  const failed = new Set<string>();
  const isUsed = new Array<boolean>(A.length).fill(false);

  /** @param ahead of the texts, what the longer one has more: A's (first) or B's (second) */
  function complete(ahead: readonly [string, string]): boolean {
    if (order.length === A.length) return true;
    const state = remaining() + ahead.join(" ");
    if (failed.has(state)) return false;
    const tried = new Set<string>();
    for (let index = 0; index < A.length; index++) {
      const pair = `${A[index]} ${B[index]}`;
      if (isUsed[index] || tried.has(pair)) continue;
      tried.add(pair);
      const [a, b] = [ahead[0] + A[index], ahead[1] + B[index]];
      if (!a.startsWith(b) && !b.startsWith(a)) continue;
      isUsed[index] = true;
      order.push(index);
      if (complete([a.slice(b.length), b.slice(a.length)])) return true;
      order.pop();
      isUsed[index] = false;
    }
    failed.add(state);
    return false;
  }

  const remaining = () =>
    isUsed
      .map((used, index) => (used ? "" : `${A[index]} ${B[index]}`))
      .sort()
      .join();
  complete(["", ""]);
  return order;
}
