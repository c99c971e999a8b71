import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { identityMatrix, multiplyMatrices, powerOfMatrix } from "../toolkit/numbers/matrices.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const MAX_MOD = 10_000;
const TERM_COUNTS = [1, 2, 3, 4, 5];
/** N² · M³ steps. */
const MAX_N = 500;
const MAX_M = 10;

const Parameters = z.object({ N: sizeFrom(2, MAX_N), M: sizeFrom(1, MAX_M) });
const Instance = instanceOf(Parameters, {
  S: textOver("0123456789"),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(lengths("N", "S"));

interface Digits {
  M: number;
  S: string;
  MOD: number;
}

/** For M = 1, in a fifth of the problems, F is 1 throughout, and the sum 2^(N − 1). */
export const concatenationPartitionCountingSum = defineEnvironment({
  id: "ConcatenationPartitionCountingSum",
  title: "Recurrence over all cuts of a number",
  summary:
    "Sum F at the total of the pieces over all ways to cut a digit string, F a truncated-sum recurrence, mod MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 2 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => TERM_COUNTS.map((M) => ({ N, M })),
  ),

  generate({ N, M }, random) {
    const S = random.integers(N, 0, 9).join("");
    const MOD = random.integer(2, MAX_MOD);
    return { N, M, S, MOD, reference_answer: sumOverCuts({ M, S, MOD }) };
  },

  prompt: ({ N, M, S, MOD }) =>
    `A function F is defined for the integers from 0 on by F(0) = 1 and, for n ≥ 1, F(n) = the sum of F(n − m) over all integers m from 1 to min(n, ${M}).

Here is a string S of ${N} decimal digits:
${S}

S can be cut into one or more non-empty consecutive pieces in 2^${N - 1} ways. Each piece is read as a decimal integer, leading zeros allowed, and the pieces of a way are added up to a total t. For example, 0123 can be cut into 01 and 23, with t = 1 + 23 = 24.

Compute the sum of F(t) over all ways to cut S, modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", sumFromBehind),
});

/** The step (F(n), F(n − 1), …) → (F(n + 1), F(n), …), to be applied from the right. */
function stepOf(M: number, modulus: number): number[][] {
  return Array.from({ length: M }, (_, row) =>
    Array.from({ length: M }, (_, column) =>
      column === 0 || column === row + 1 ? 1 % modulus : 0,
    ),
  );
}

/**
 * F(t) is linear in the t-th power of the step, which turns totals into products: over the prefixes
 * of S, the sum of all products of powers, each further piece by its digits. O(N² · M³).
 */
function sumOverCuts({ M, S, MOD }: Digits): number {
  const step = stepOf(M, MOD);
  const tens = powersOfTen(step, S.length, MOD);
  const sums = [identityMatrix(M, MOD)];
  for (let end = 1; end <= S.length; end++) {
    // Horner over the start of the last piece, from the right: its digits' powers come one by one.
    let piece = identityMatrix(M, MOD);
    let total = zeroMatrix(M);
    for (let start = end - 1; start >= 0; start--) {
      piece = multiplyMatrices(piece, tens[end - 1 - start][Number(S[start])], MOD);
      total = addMatrices(total, multiplyMatrices(sums[start], piece, MOD), MOD);
    }
    sums.push(total);
  }
  return sums[S.length][0][0];
}

/** The powers step^(digit · 10^place) by place and digit. */
function powersOfTen(step: number[][], places: number, modulus: number): number[][][][] {
  const powers: number[][][][] = [];
  let ten = step;
  for (let place = 0; place < places; place++) {
    const digits = [identityMatrix(step.length, modulus)];
    for (let digit = 1; digit <= 10; digit++) {
      digits.push(multiplyMatrices(digits[digit - 1], ten, modulus));
    }
    powers.push(digits);
    ten = digits[10];
  }
  return powers;
}

function zeroMatrix(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function addMatrices(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  modulus: number,
): number[][] {
  return a.map((row, i) => row.map((value, j) => (value + b[i][j]) % modulus));
}

/** The same over the suffixes of S, the pieces read as integers and their powers by squaring. */
function sumFromBehind({ M, S, MOD }: Digits): number {
  const step = stepOf(M, MOD);
  const sums = new Map([[S.length, identityMatrix(M, MOD)]]);
  for (let start = S.length - 1; start >= 0; start--) {
    let total = zeroMatrix(M);
    for (const [end, rest] of sums) {
      const power = powerOfMatrix(step, BigInt(S.slice(start, end)), MOD);
      total = addMatrices(total, multiplyMatrices(power, rest, MOD), MOD);
    }
    sums.set(start, total);
  }
  return sums.get(0)?.[0][0] ?? 0;
}
