import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

const BITS = "01";

const Parameters = z.object({ digit_num: sizeFrom(1, 10_000) });
const Instance = instanceOf(Parameters, {
  binary_string: textOver(BITS),
  reference_answer: integer,
}).check(lengths("digit_num", "binary_string"));

export const deltaMinPopcount = defineEnvironment({
  id: "DeltaMinPopcount",
  title: "Fewest changed bits when adding d",
  summary: "For a binary d, find the least number of bits in which some n ≥ 0 and n + d differ.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ digit_num: 4 }),

  generate({ digit_num }, random) {
    const binary_string = `1${uniformText(digit_num - 1, BITS, random)}`;
    return { digit_num, binary_string, reference_answer: countNonAdjacentDigits(binary_string) };
  },

  prompt: ({ binary_string }) =>
    `The integer d is, in binary notation: ${binary_string}

For an integer n ≥ 0, let f(n) = popcount(n XOR (n + d)): XOR is the bitwise exclusive or, and popcount counts the bits that are 1. So f(n) is the number of binary digits in which n and n + d differ. What is the least value of f(n) over all integers n ≥ 0?

Answer with this value as one integer in decimal notation, like this: n`,

  ...exactInteger(fewestChanges),
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
function fewestChanges({ binary_string }: { binary_string: string }): number {
  let [withoutCarry, withCarry] = [0, Number.POSITIVE_INFINITY];
  for (let index = binary_string.length - 1; index >= 0; index--) {
    if (binary_string[index] === "0") {
      [withoutCarry, withCarry] = [Math.min(withoutCarry, withCarry + 1), withCarry + 1];
    } else {
      [withoutCarry, withCarry] = [withoutCarry + 1, Math.min(withoutCarry + 1, withCarry)];
    }
  }
  return Math.min(withoutCarry, withCarry + 1);
}
