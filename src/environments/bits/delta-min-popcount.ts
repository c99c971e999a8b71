import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";

const Parameters = z.object({ digit_num: z.int().min(1) });
const Instance = Parameters.extend({
  binary_string: z.string().regex(/^[01]+$/),
  reference_answer: z.int(),
});

export const deltaMinPopcount = defineEnvironment({
  id: "DeltaMinPopcount",
  title: "Fewest changed bits when adding d",
  summary: "For a binary d, find the least number of bits in which some n ≥ 0 and n + d differ.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ digit_num: 4 }, ({ digit_num }) => ({ digit_num: grow(digit_num) })),

  generate({ digit_num }, random) {
    const binary_string = `1${uniformText(digit_num - 1, "01", random)}`;
    return { digit_num, binary_string, reference_answer: countNonAdjacentDigits(binary_string) };
  },

  prompt: ({ binary_string }) =>
    `The integer d is, in binary notation: ${binary_string}

For an integer n ≥ 0, let f(n) = popcount(n XOR (n + d)): XOR is the bitwise exclusive or, and popcount counts the bits that are 1. So f(n) is the number of binary digits in which n and n + d differ. What is the least value of f(n) over all integers n ≥ 0?

Answer with this value as one integer in decimal notation.`,

  answer: integer,

  score: (fewest, { reference_answer }) => exactValue(fewest, reference_answer),

  solve: ({ binary_string }) => String(fewestChanges(binary_string)),
});

/**
 * The least number of powers of two that add or subtract up to d: the digits other than 0 in its
 * non-adjacent form, which are the bits of d XOR 3d (Reitwiesner 1960). O(digits).
 */
function countNonAdjacentDigits(binary: string): number {
  const d = BigInt(`0b${binary}`);
  return (d ^ (3n * d)).toString(2).replaceAll("0", "").length;
}

/**
 * The same by the definition, through the addition from the lowest bit upwards: the fewest changed
 * bits so far with a carry of 0 or 1. A bit of n changes where the bit of d and the carry differ, and
 * only then does the bit of n decide the next carry; otherwise this is the bit of d. O(digits).
 */
function fewestChanges(binary: string): number {
  let [withoutCarry, withCarry] = [0, Number.POSITIVE_INFINITY];
  for (let index = binary.length - 1; index >= 0; index--) {
    if (binary[index] === "0") {
      [withoutCarry, withCarry] = [Math.min(withoutCarry, withCarry + 1), withCarry + 1];
    } else {
      [withoutCarry, withCarry] = [withoutCarry + 1, Math.min(withoutCarry + 1, withCarry)];
    }
  }
  return Math.min(withoutCarry, withCarry + 1);
}
