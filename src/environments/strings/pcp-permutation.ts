import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import { Random } from "../toolkit/random/random.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** The average lengths of the strings, of which a level offers each. */
const AVERAGE_LENGTHS = [1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 7, 10];
/** Far beyond any use; these keep the texts of a size that a message holds. */
const MAX_N = 1_000;
const MAX_AVERAGE_LENGTH = 1_000;

const letters = matching({ beta: 10, unit: "letters agree" });

const Parameters = z.object({
  N: sizeFrom(2, MAX_N),
  average_length: z.number().min(1).max(MAX_AVERAGE_LENGTH),
});
const strings = z.array(textOver("ab").min(1));
const Instance = instanceOf(Parameters, {
  A: strings,
  B: strings,
  reference_answer: z.string(),
}).check(
  lengths("N", "A", "B"),
  holds("B", ({ A, B }) => haveSameLetters(A, B), "must have each letter as often as A"),
);

export const pcpPermutation = defineEnvironment({
  id: "PCPPermutation",
  title: "Post correspondence permutation",
  summary: "Order pairs of strings so that their first and second parts spell the same text.",
  reward: `${letters.words}; ${invalidWords("no permutation")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) =>
    AVERAGE_LENGTHS.map((average_length) => ({ N, average_length })),
  ),

  generate({ N, average_length }, random) {
    const longest = Math.floor(N * average_length);
    const length = Math.max(N + 1, random.integer(N, longest));
    const text = biasedText(length, ["b", "a"], random.unit(), random);
    const [partsOfA, partsOfB] = [cutRandomly(text, N, random), cutRandomly(text, N, random)];
    const order = random.permutation(N);
    return {
      N,
      average_length,
      A: order.map((part) => partsOfA[part]),
      B: order.map((part) => partsOfB[part]),
      reference_answer: inversePermutation(order).join(" "),
    };
  },

  prompt: ({ N, A, B }) =>
    `There are ${N} pairs of strings, numbered from 0:
${formatLines(A, (first, index) => `A[${index}]=${first} B[${index}]=${B[index]}`)}

Put the pairs in an order, each pair exactly once, so that the strings A of all pairs, joined in this order, give the same text as the strings B of all pairs, joined in the same order.

Answer with the numbers of the ${N} pairs in this order on one line, separated by spaces, like this: ${placeholders(N, "i")}`,

  answer: integerList,

  score(order, { N, A, B }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const first = order.map((index) => A[index]).join("");
    const second = order.map((index) => B[index]).join("");
    return letters.verdict(countAgreements(first, second), first.length);
  },

  solve: ({ A, B }) => findOrder(A, B).join(" "),
});

/** Whether two lists of strings have the letters a and b equally often. */
function haveSameLetters(A: readonly string[], B: readonly string[]): boolean {
  const [first, second] = [A.join(""), B.join("")];
  const countOfA = (text: string) => text.replaceAll("b", "").length;
  return first.length === second.length && countOfA(first) === countOfA(second);
}

/** Cuts a text at distinct random places into non-empty parts. */
function cutRandomly(text: string, partCount: number, random: Random): string[] {
  const parts = randomComposition(text.length, partCount, random);
  const starts = prefixSums(parts);
  return parts.map((length, part) => text.slice(starts[part], starts[part] + length));
}

/** How many states the first search may visit, and by what factor later ones may visit more. */
const FIRST_LIMIT = 200;
const LIMIT_GROWTH = 1.5;
/** How far chance may lift a pair in the order in which pairs are tried, in letters. */
const CHANCE = 5;

/**
 * An order of the pairs, by depth-first searches that try the pairs in different orders and give up
 * ever later: some orders need a thousand times the work of others, and no one is best for all.
 */
function findOrder(A: readonly string[], B: readonly string[]): number[] {
  const random = new Random("orders of pairs");
  const kind = A.map((a, index) => A.findIndex((other, i) => other === a && B[i] === B[index]));
  const failed = new Set<string>();
  for (let limit = FIRST_LIMIT; ; limit *= LIMIT_GROWTH) {
    const luck = A.map(() => CHANCE * random.unit());
    const { order, isExhausted } = searchOrder(A, B, kind, luck, failed, limit);
    if (order.length === A.length || isExhausted) return order;
  }
}

/**
 * Appends pairs as long as one text is a prefix of the other, first those that bring much text and
 * leave little overhang. What can follow depends only on the pairs left and on the overhang of one
 * text over the other, so states that failed are remembered, and of equal pairs (of one `kind`) one
 * is tried: at most 2^N sets of pairs left. The search gives up after `limit` states.
 */
function searchOrder(
  A: readonly string[],
  B: readonly string[],
  kind: readonly number[],
  luck: readonly number[],
  failed: Set<string>,
  limit: number,
): { order: number[]; isExhausted: boolean } {
  const order: number[] = [];
  const left = new Array<number>(A.length).fill(0); // pairs of each kind that are not in the order
  for (const pair of kind) left[pair]++;
  let visited = 0;

  function complete(overhangA: string, overhangB: string): boolean {
    if (order.length === A.length) return true;
    const state = `${left.join()} ${overhangA} ${overhangB}`;
    if (failed.has(state) || visited >= limit) return false;
    visited++;
    const steps: { pair: number; a: string; b: string; rank: number }[] = [];
    for (const [pair, count] of left.entries()) {
      const [a, b] = [overhangA + A[pair], overhangB + B[pair]];
      if (count === 0 || !(a.startsWith(b) || b.startsWith(a))) continue;
      const gain = A[pair].length + B[pair].length - Math.abs(a.length - b.length);
      steps.push({ pair, a: a.slice(b.length), b: b.slice(a.length), rank: gain + luck[pair] });
    }
    for (const { pair, a, b } of steps.sort((one, other) => other.rank - one.rank)) {
      left[pair]--;
      order.push(pair);
      if (complete(a, b)) return true;
      order.pop();
      left[pair]++;
    }
    if (visited < limit) failed.add(state);
    return false;
  }

  complete("", "");
  return { order: distinguish(order, kind), isExhausted: visited < limit };
}

/** The k-th mention of a kind becomes the k-th pair of that kind. */
function distinguish(order: readonly number[], kind: readonly number[]): number[] {
  const used = new Set<number>();
  return order.map((mentioned) => {
    const pair = kind.findIndex((ofKind, index) => ofKind === mentioned && !used.has(index));
    used.add(pair);
    return pair;
  });
}
