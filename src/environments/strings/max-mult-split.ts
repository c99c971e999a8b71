import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** A level asks for K cuts, of which there are 2, N − 1 or one of these fractions of N. */
const CUT_FRACTIONS = [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95];
/** Bounds the O(K · (N − K)²) products of big integers. */
const MAX_N = 300;

const product = maximising({ beta: 3 });

const Parameters = z
  .object({ N: sizeFrom(2, MAX_N), K: sizeFrom(1, MAX_N - 1) })
  .check(holds("K", ({ N, K }) => K < N, "must be less than N"));
const Instance = instanceOf(Parameters, {
  string: textOver("123456789"),
  gold_answer: bigIntegerFrom(1n),
}).check(lengths("N", "string"));

export const maxMultSplit = defineEnvironment({
  id: "MaxMultSplit",
  title: "Split of greatest product",
  summary: "Cut a digit string into K + 1 parts whose product as integers is as large as possible.",
  reward: `${product.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) => {
    const fractions = CUT_FRACTIONS.map((share) => Math.floor(N * share));
    const cutCounts = new Set([2, N - 1, ...fractions.filter((K) => K >= 2 && K < N)]);
    return [...cutCounts].map((K) => ({ N, K }));
  }),

  generate({ N, K }, random) {
    const string = random.integers(N, 1, 9).join("");
    return { N, K, string, gold_answer: multiply(bestSplit(string, K + 1)) };
  },

  prompt: ({ N, K, string }) =>
    `Here is a string of ${N} digits:
${string}

Cut it into exactly ${K + 1} non-empty contiguous parts, without changing the order of the digits, so that the product of the parts, read as decimal integers, is as large as possible.

Answer with the ${K + 1} parts on one line, in their order in the string, separated by spaces, like this: ${placeholders(K + 1)}`,

  answer: bigIntegerList,

  score(parts, { K, string, gold_answer }) {
    const fault = findCountFault(parts, K + 1, "part");
    if (fault !== undefined) return invalid(fault);
    if (parts.join("") !== string) return invalid("the parts do not make up the string");
    return product.verdict(multiply(parts), gold_answer);
  },

  solve: ({ K, string }) => bestSplit(string, K + 1).join(" "),
});

function multiply(factors: readonly bigint[]): bigint {
  return factors.reduce((total, factor) => total * factor, 1n);
}

/**
 * The parts of a split of the greatest product: dynamic programming over the number of parts and
 * the length of the prefix they make up. As each part left over takes a digit, a part has N − parts
 * places to end at, and as many to start at: O(parts · (N − parts)²) products of big integers.
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
    for (let end = parts; end <= N - (partCount - parts); end++) {
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
