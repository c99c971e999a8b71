import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { recurrence } from "../toolkit/levels.ts";
import { powerOfMatrix } from "../toolkit/numbers/matrices.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { placeholderLines, placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const MODULUS = 10_000;
/** Sizes of the matrix, of which each makes a parameter set. */
const SIZES = [2, 3, 5, 10];
/** Where the exponents stop growing: beyond, they are no safe integers. */
const LARGEST_MAX_K = 2 ** 52;

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 50;

const entries = matching({ beta: 5, unit: "entries right" });

const Parameters = z.object({ N: sizeFrom(1, MAX_N), MAX_K: integerFrom(2) });
const rows = integerRowsFrom(0, MODULUS - 1);
const Instance = instanceOf(Parameters, {
  K: integerFrom(2),
  A: rows,
  gold_answer: rows,
  reference_answer: z.string(),
}).check(within("K", 2, "MAX_K"), matrix("A", "N", "N"), matrix("gold_answer", "N", "N"));

export const matrixBinaryExponentiation = defineEnvironment({
  id: "Matrix_BinaryExponentiation",
  title: "Matrix power modulo a number",
  summary: "Compute a power of a square matrix with every entry reduced modulo a fixed number.",
  reward: `${entries.words}; ${malformedWords("wrong shape")}`,
  version: 2,
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
    const gold_answer = powerOfMatrix(A, K, MODULUS);
    return { N, MAX_K, K, A, gold_answer, reference_answer: formatRows(gold_answer) };
  },

  prompt: ({ N, K, A }) =>
    `Here is a matrix A of ${formatCount(N, "row")} and ${formatCount(N, "column")}, each row on a line of its own:
${formatRows(A)}

Compute the matrix A^${K} (the product of ${K} factors A) and reduce every entry modulo ${MODULUS}, to an integer from 0 to ${MODULUS - 1}.

Answer with the result in the same layout, each row on a line of its own with its entries separated by spaces, like this:
${placeholderLines(placeholders(N), N)}`,

  answer: integerMatrix,

  score(answered, { N, gold_answer }) {
    const fault = findShapeFault(answered, N, N);
    if (fault !== undefined) return malformed(fault);
    const matched = sum(answered.map((row, index) => countAgreements(row, gold_answer[index])));
    return entries.verdict(matched, N * N);
  },

  solve: ({ K, A }) => formatRows(powerOfMatrix(A, K, MODULUS)),
});
