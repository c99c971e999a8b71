import { z } from "zod";
import { findDigits } from "../engines/cryptarithms/find-digits.ts";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, permutation, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const digitsRight = matching({ beta: 3, unit: "digits of the sum right" });

const Parameters = z.object({ N: sizeFrom(2, 1_000), addend_length: sizeFrom(1, 10_000) });
const Instance = instanceOf(Parameters, {
  digits: integersFrom(0),
  addend_1: integersFrom(0),
  addend_2: integersFrom(0),
  sum_result: integersFrom(0),
  reference_answer: z.string(),
}).check(
  permutation("digits", "N"),
  lengths("addend_length", "addend_1", "addend_2"),
  within("addend_1", 0, ({ N }) => N - 1),
  within("addend_2", 0, ({ N }) => N - 1),
  holds(
    "sum_result",
    ({ N, addend_1, addend_2, sum_result }) =>
      add(addend_1, addend_2, N).join() === sum_result.join(),
    "must be the sum of the addends in base N",
  ),
  rewarded("reference_answer", integerList, verdict, "must make the addition right"),
);

interface Puzzle {
  N: number;
  digits: readonly number[];
  addend_1: readonly number[];
  addend_2: readonly number[];
  sum_result: readonly number[];
  reference_answer: string;
}

export const cryptarithmetic = defineEnvironment({
  id: "Cryptarithmetic",
  title: "Cryptarithm in base N",
  summary: "Give symbols the digits of base N so that an addition written in symbols holds.",
  reward: `${digitsRight.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  // They are an answer; the prompt shows the numbers in symbols, which they make.
  unshown: ["digits"],
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: N + 1 }),
    ({ N }) =>
      Array.from({ length: Math.max(1, N - 2) }, (_, at) => ({ N, addend_length: N + 3 + at })),
  ),

  generate({ N, addend_length }, random) {
    const digits = random.permutation(N);
    const [addend_1, addend_2] = [0, 1].map(() => [
      ...random.integers(addend_length - 1, 0, N - 1),
      random.integer(1, N - 1),
    ]);
    const sum_result = add(addend_1, addend_2, N);
    return {
      N,
      addend_length,
      digits,
      reference_answer: digits.join(" "),
      addend_1,
      addend_2,
      sum_result,
    };
  },

  prompt({ N, digits, addend_1, addend_2, sum_result }) {
    const symbolOf = inversePermutation(digits);
    const format = (number: readonly number[]) =>
      number
        .map((digit) => `d[${symbolOf[digit]}]`)
        .reverse()
        .join("");
    return `In base ${N}, the digits from 0 to ${N - 1} are written as the symbols d[0] to d[${N - 1}], in an unknown order: every symbol stands for a digit of its own. Symbols side by side are a number, the most significant digit first. This addition is right:
${format(addend_1)}
+
${format(addend_2)}
=
${format(sum_result)}

Find digits for the symbols that make the addition right. If there are several ways, any one will do.

Answer with the ${N} digits of d[0] to d[${N - 1}] in this order on one line, as decimal integers separated by spaces, like this: ${placeholders(N)}`;
  },

  answer: integerList,

  score: verdict,

  picture({ digits, addend_1, addend_2, sum_result }, answer) {
    const symbolOf = inversePermutation(digits);
    const width = sum_result.length;
    const rows = (toCell: (symbol: number) => string | number | null) =>
      [addend_1, addend_2, sum_result].map((number) => [
        ...Array.from({ length: width - number.length }, () => ""),
        ...number.map((digit) => toCell(symbolOf[digit])).reverse(),
      ]);
    return gridPicture(
      rows((symbol) => `d${symbol}`),
      { clues: { left: ["", "+", "="] }, filled: rows((symbol) => answer?.[symbol] ?? null) },
    );
  },

  solve({ N, digits, addend_1, addend_2, sum_result }) {
    const symbolOf = inversePermutation(digits);
    const inSymbols = (number: readonly number[]) => number.map((digit) => symbolOf[digit]);
    const addends = [inSymbols(addend_1), inSymbols(addend_2)] as const;
    return (findDigits({ N, addends, sum: inSymbols(sum_result) }) ?? []).join(" ");
  },
});

/** The sum of two numbers of the same length in base N, least significant digit first. */
function add(a: readonly number[], b: readonly number[], N: number): number[] {
  const sum: number[] = [];
  let carry = 0;
  for (const [place, digit] of a.entries()) {
    const total = digit + b[place] + carry;
    sum.push(total % N);
    carry = total >= N ? 1 : 0;
  }
  return carry === 1 ? [...sum, 1] : sum;
}

/** The answered digits give another sum, whose symbols are compared with those of the stated one. */
function verdict(
  values: readonly number[],
  { N, digits, addend_1, addend_2, sum_result }: Puzzle,
): Verdict {
  const fault = findPermutationFault(values, N);
  if (fault !== undefined) return invalid(fault);
  const symbolOf = inversePermutation(digits);
  const answeredSymbolOf = inversePermutation(values);
  const valuesOf = (number: readonly number[]) => number.map((digit) => values[symbolOf[digit]]);
  const sum = add(valuesOf(addend_1), valuesOf(addend_2), N);
  const length = Math.max(sum.length, sum_result.length);
  let right = 0;
  for (let place = 0; place < length; place++) {
    if (answeredSymbolOf[sum[place] ?? 0] === symbolOf[sum_result[place] ?? 0]) right++;
  }
  return digitsRight.verdict(right, length);
}
