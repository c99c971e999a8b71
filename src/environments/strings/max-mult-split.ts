import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";

/** A level asks for K cuts, of which there are 2, N − 1 or one of these fractions of N. */
const CUT_FRACTIONS = [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95];
const BETA = 3;
/** Far beyond any use; keeps the products short. */
const MAX_LENGTH = 10_000;

const Parameters = z
  .object({ N: z.int().min(2).max(MAX_LENGTH), K: z.int().min(1) })
  .refine(({ N, K }) => K < N, "K must be less than N");
const Instance = z.object({
  N: z.int(),
  K: z.int().min(1),
  string: z
    .string()
    .regex(/^[1-9]+$/)
    .max(MAX_LENGTH),
  gold_answer: bigInteger,
});

export const maxMultSplit = defineEnvironment({
  id: "MaxMultSplit",
  title: "Split of greatest product",
  summary: "Cut a digit string into K + 1 parts whose product as integers is as large as possible.",
  reward: "(value/best)^3; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => {
      const fractions = CUT_FRACTIONS.map((share) => Math.floor(N * share));
      const cutCounts = new Set([2, N - 1, ...fractions.filter((K) => K >= 2 && K < N)]);
      return [...cutCounts].map((K) => ({ N, K }));
    },
  ),

  generate({ N, K }, random) {
    const string = random.integers(N, 1, 9).join("");
    return { N, K, string, gold_answer: product(bestSplit(string, K + 1)) };
  },

  prompt: ({ N, K, string }) =>
    `Here is a string of ${N} digits:
${string}

Cut it into exactly ${K + 1} non-empty contiguous parts, without changing the order of the digits, so that the product of the parts, read as decimal integers, is as large as possible.

Answer with the ${K + 1} parts on one line, in their order in the string, separated by spaces, like this: p1 p2 …`,

  answer: bigIntegerList,

  score(parts, { K, string, gold_answer }) {
    if (parts.length !== K + 1) return invalid(`${parts.length} parts instead of ${K + 1}`);
    if (parts.join("") !== string) return invalid("the parts do not make up the string");
    return maximised(product(parts), gold_answer, BETA);
  },

  solve: ({ K, string }) => bestSplit(string, K + 1).join(" "),
});

function product(factors: readonly bigint[]): bigint {
  return factors.reduce((total, factor) => total * factor, 1n);
}

/**
 * The parts of a split of the greatest product: dynamic programming over the number of parts and
 * the length of the prefix they make up, O(parts · N²) products of big integers.
 */
function bestSplit(digits: string, partCount: number): bigint[] {
  const N = digits.length;
  const valueFrom = Array.from({ length: N }, (_, start) => prefixValues(digits.slice(start)));
  const value = (start: number, end: number) => valueFrom[start][end - start];
  // The greatest products of the prefixes by their ends, and where their last parts start.
  let best = prefixValues(digits);
  const lastStarts: number[][] = [new Array(N + 1).fill(0)];
  for (let parts = 2; parts <= partCount; parts++) {
    const next = new Array<bigint>(N + 1).fill(0n);
    const starts = new Array<number>(N + 1).fill(0);
    for (let end = parts; end <= N; end++) {
      for (let start = parts - 1; start < end; start++) {
        const candidate = best[start] * value(start, end);
        if (candidate > next[end]) [next[end], starts[end]] = [candidate, start];
      }
    }
    best = next;
    lastStarts.push(starts);
  }

  const parts: bigint[] = [];
  let end = N;
  for (const starts of lastStarts.toReversed()) {
    parts.push(value(starts[end], end));
    end = starts[end];
  }
  return parts.reverse();
}

/** The values of the prefixes of a digit string, by length. */
function prefixValues(digits: string): bigint[] {
  const values = [0n];
  for (const digit of digits) values.push(values[values.length - 1] * 10n + BigInt(digit));
  return values;
}
