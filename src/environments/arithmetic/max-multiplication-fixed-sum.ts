import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigMax } from "../toolkit/numbers/division.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use: products of 16,000 digits, which are read exactly. */
const LARGEST_N = 100_000;

const Parameters = z.object({ MAX_N: sizeFrom(10, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  reference_answer: bigIntegerFrom(1n),
});

/**
 * N is all that distinguishes problems: there are 7 of them at level 0, 30 at level 3. At level 20 an
 * answer has up to 5,300 digits, more than most models can write.
 */
export const maxMultiplicationFixedSum = defineEnvironment({
  id: "MaxMultiplicationFixedSum",
  title: "Largest product with a fixed sum",
  summary: "Give the largest product of positive integers that sum to a given number.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 10 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(4, MAX_N);
    return { MAX_N, N, reference_answer: multiplyThrees(N) };
  },

  prompt: ({ N }) =>
    `Write ${N} as a sum of one or more positive integers, which may be equal, so that their product is as large as possible.

What is the largest product?

Answer with the product, written out in decimal digits, as one integer, like this: n`,

  ...exactBigInteger(({ N }: { N: number }) =>
    bigMax(multiplyEvenParts(N, Math.floor(N / 3)), multiplyEvenParts(N, Math.ceil(N / 3))),
  ),
});

/**
 * As many threes as leave no 1: of a part of 5 or more, 2 and the rest have a larger product; 4 is
 * 2 + 2; and three twos are worth less than two threes.
 */
function multiplyThrees(N: number): bigint {
  if (N < 4) return BigInt(N);
  const rest = N % 3 === 0 ? 0 : N % 3 === 1 ? 4 : 2;
  return (rest === 0 ? 1n : BigInt(rest)) * 3n ** BigInt((N - rest) / 3);
}

/** The largest product of so many parts, which differ by 1 at most. */
function multiplyEvenParts(N: number, parts: number): bigint {
  if (parts === 0) return 0n;
  const low = Math.floor(N / parts);
  const larger = N - low * parts;
  return BigInt(low) ** BigInt(parts - larger) * BigInt(low + 1) ** BigInt(larger);
}
