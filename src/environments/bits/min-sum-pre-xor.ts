import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** An entry that is to be replaced. */
const BLANK = -1;
/** Given entries lie in [0, ELEMENT_RANGE · N]. */
const ELEMENT_RANGE = 2;
/** Far beyond any use; the bound keeps scoring fast, as each prefix xor may have many digits. */
const MAX_N = 10_000;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  P: integersFrom(BLANK, ELEMENT_RANGE * MAX_N),
  gold_answer: integerFrom(0),
}).check(lengths("N", "P"));

export const minSumPreXor = defineEnvironment({
  id: "MinSumPreXor",
  title: "Minimising the sum of prefix xors",
  summary:
    "Replace the −1 entries of an array by non-negative integers so that the sum of its prefix xors is smallest.",
  reward: `${total.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const P = random.integers(N, 0, ELEMENT_RANGE * N);
    const blankCount = random.integer(1, N - 1);
    for (const index of random.distinctIntegers(blankCount, 0, N - 1)) P[index] = BLANK;
    return { N, P, gold_answer: leastPrefixXorSum(P) };
  },

  prompt: ({ N, P }) =>
    `Here is an array P of ${N} integers, with indices from 1, where -1 marks a missing entry:
${formatIndexed("P", P, 1)}

Replace each -1 by a non-negative integer of your choice, however large; the other entries stay as they are. Then let B[i] = P[1] XOR P[2] XOR … XOR P[i] for each i from 1 to ${N}, where XOR is the bitwise exclusive or. Choose the replacements so that the sum of B[1] to B[${N}] is as small as possible.

Answer with all ${N} entries of the completed array P from P[1] to P[${N}], separated by spaces, like this: ${placeholders(N)}`,

  answer: bigIntegerList,

  score(completed, { N, P, gold_answer }) {
    const fault = findCountFault(completed, N, "entry", "entries");
    if (fault !== undefined) return invalid(fault);
    let prefix = 0n;
    let sum = 0n;
    for (const [index, entry] of completed.entries()) {
      if (P[index] === BLANK) {
        if (entry < 0n) return invalid(`P[${index + 1}] is negative`);
      } else if (entry !== BigInt(P[index])) {
        return invalid(`P[${index + 1}] is changed from ${P[index]}`);
      }
      prefix ^= entry;
      sum += prefix;
    }
    return total.verdict(sum, BigInt(gold_answer));
  },

  picture: ({ N, P }, completed) =>
    gridPicture([P], {
      blank: -1,
      clues: { top: lineNumbers(1, N, 1).top },
      filled: completed && [completed],
    }),

  solve: ({ P }) => completeRunByRun(P).join(" "),
});

/**
 * The bits are independent. For each, the least number of prefix xors that have it, by dynamic
 * programming over the prefixes with two states: the prefix xor has the bit, or not. A blank leaves
 * the choice of the state free. O(N · bits).
 */
function leastPrefixXorSum(P: readonly number[]): number {
  const [, largest] = extremes(P);
  let total = 0;
  for (let bit = 1; bit <= largest; bit *= 2) {
    let [clear, set] = [0, Number.POSITIVE_INFINITY];
    for (const entry of P) {
      if (entry === BLANK) clear = set = Math.min(clear, set);
      else if ((entry & bit) !== 0) [clear, set] = [set, clear];
      set++;
    }
    total += bit * Math.min(clear, set);
  }
  return total;
}

/**
 * An optimal completion, without search: each blank sets the prefix xor to what is best for itself
 * and the given entries up to the next blank, which decides anew. O(N · bits).
 */
function completeRunByRun(P: readonly number[]): number[] {
  let prefix = 0;
  return P.map((entry, index) => {
    if (entry !== BLANK) {
      prefix ^= entry;
      return entry;
    }
    const nextBlank = P.indexOf(BLANK, index + 1);
    const target = bestPrefixBefore(P.slice(index + 1, nextBlank === -1 ? P.length : nextBlank));
    const replacement = prefix ^ target;
    prefix = target;
    return replacement;
  });
}

/**
 * The bits of the prefix xor before a run of given entries: those that, left out there, more than
 * half of the prefix xors would have, that one included.
 */
function bestPrefixBefore(run: readonly number[]): number {
  const [, largest] = extremes(run);
  let best = 0;
  for (let bit = 1; bit <= largest; bit *= 2) {
    let running = 0;
    let setCount = 0;
    for (const entry of run) {
      running ^= entry;
      if ((running & bit) !== 0) setCount++;
    }
    if (2 * setCount > run.length + 1) best += bit;
  }
  return best;
}
