import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { integerRows } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";

const MODULUS = 10_000;
const BETA = 5;
/** Sizes of the matrix, of which each makes a parameter set. */
const SIZES = [2, 3, 5, 10];
/** Where the exponents stop growing: beyond, they are no safe integers. */
const LARGEST_MAX_K = 2 ** 52;

const Parameters = z.object({ N: z.int().min(1), MAX_K: z.int().min(2) });
const Instance = Parameters.extend({
  K: z.int().min(2),
  A: integerRows,
  gold_answer: integerRows,
  reference_answer: z.string(),
});

export const matrixBinaryExponentiation = defineEnvironment({
  id: "Matrix_BinaryExponentiation",
  title: "Matrix power modulo a number",
  summary: "Compute a power of a square matrix with every entry reduced modulo a fixed number.",
  reward: "(matched/all)^5; wrong shape −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { MAX_K: 2 },
    ({ MAX_K }) => ({ MAX_K: Math.min(2 * MAX_K, LARGEST_MAX_K) }),
    ({ MAX_K }) => SIZES.map((N) => ({ N, MAX_K })),
  ),

  generate({ N, MAX_K }, random) {
    const K = random.integer(2, MAX_K);
    const A = Array.from({ length: N }, () => random.integers(N, 0, MODULUS - 1));
    const gold_answer = power(A, K);
    return { N, MAX_K, K, A, gold_answer, reference_answer: formatRows(gold_answer) };
  },

  prompt: ({ N, K, A }) =>
    `Here is a matrix A of ${N} rows and ${N} columns, a line a row:
${formatRows(A)}

Compute the matrix A^${K} (the product of ${K} factors A) and reduce every entry modulo ${MODULUS}, to an integer from 0 to ${MODULUS - 1}.

Answer with the ${N} rows of the result, a line a row, each with its ${N} entries separated by spaces, like this:
a b …
c d …`,

  answer: integerMatrix,

  score(rows, { N, gold_answer }) {
    if (rows.length !== N) return malformed(`${rows.length} rows instead of ${N}`);
    if (rows.some((row) => row.length !== N)) return malformed(`a row has not ${N} entries`);
    const matched = sum(rows.map((row, index) => countAgreements(row, gold_answer[index])));
    return fraction(matched, N * N, BETA, "entries right");
  },

  solve: ({ K, A }) => formatRows(power(A, K)),
});

/** matrix^exponent modulo MODULUS by squaring, O(N³ log exponent); exponent ≥ 1. */
function power(matrix: readonly (readonly number[])[], exponent: number): number[][] {
  if (exponent === 1) return matrix.map((row) => [...row]);
  const half = power(matrix, Math.floor(exponent / 2));
  const even = multiply(half, half);
  return exponent % 2 === 0 ? even : multiply(even, matrix);
}

/** Exact: entries are below 10^4, so sums of their products stay far below 2^53. */
function multiply(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number[][] {
  return a.map((row) =>
    row.map((_, column) => sum(row.map((entry, index) => entry * b[index][column])) % MODULUS),
  );
}
