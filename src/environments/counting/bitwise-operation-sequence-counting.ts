import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, matrix } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

/** Far beyond any use: the bits are gone through once, but columns are integers of N bits. */
const LARGEST = 1_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  A: z.array(textOver("01")),
  R: textOver("01"),
  reference_answer: bigIntegerFrom(1n),
}).check(
  matrix("A", ({ N }) => N + 1, "M"),
  lengths("M", "R"),
  holds("A", ({ A }) => !A[0].includes("1"), "must begin with a string of zeros"),
);

interface Strings {
  N: number;
  A: readonly string[];
  R: string;
}

export const bitwiseOperationSequenceCounting = defineEnvironment({
  id: "BitwiseOperationSequenceCounting",
  title: "AND/OR between bit strings",
  summary:
    "Count ways to put AND or OR between consecutive bit strings so that left-to-right evaluation gives R.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const rows = Array.from({ length: N }, () => biasedText(M, ["1", "0"], random.unit(), random));
    const A = ["0".repeat(M), ...rows];
    const probability = random.unit();
    const isAnd = rows.map(() => random.chance(probability));
    const R = evaluate(A, isAnd);
    return { MAX_N_M, N, M, A, R, reference_answer: countChoices({ N, A, R }) };
  },

  prompt: ({ N, M, A, R }) =>
    `Here are ${N + 1} strings of ${M} bits:
${formatLines(A, (bits, index) => `A[${index}]=${bits}`)}

Between each two neighbouring strings, one of the bitwise operations AND and OR is put: ${indexedSeries("A", N + 1, 0, " op ")}, with ${N} operations, each chosen freely. The expression is evaluated strictly from left to right, without precedence.

In how many of the 2^${N} ways to choose the operations is the result ${R}?

Answer with the exact number of ways as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countByUndecided),
});

function evaluate(A: readonly string[], isAnd: readonly boolean[]): string {
  let result = [...A[0]];
  for (const [index, and] of isAnd.entries()) {
    const row = A[index + 1];
    result = result.map((bit, j) =>
      and ? (row[j] === "0" ? "0" : bit) : row[j] === "1" ? "1" : bit,
    );
  }
  return result.join("");
}

/**
 * The last row whose bit differs from its operation's neutral one decides a column. Read a column,
 * and the operations with AND = 1, as binary numbers whose most significant digit is the last row's:
 * the result is 1 exactly where the operations are less than the column. O(N · M).
 */
function countChoices({ N, A, R }: Strings): bigint {
  let [low, high] = [0n, 2n ** BigInt(N)];
  for (let j = 0; j < R.length; j++) {
    const column = BigInt(
      `0b${A.slice(1)
        .toReversed()
        .map((row) => row[j])
        .join("")}`,
    );
    if (R[j] === "1") high = column < high ? column : high;
    else low = column > low ? column : low;
  }
  return high > low ? high - low : 0n;
}

/**
 * From the last operation back, with the set of columns that are still undecided: AND decides those
 * with bit 0, OR those with bit 1, and what is decided must be R's. Either one operation disagrees, or
 * the undecided columns fall into two parts, so that at most M sets arise at each operation.
 */
function countByUndecided({ N, A, R }: Strings): bigint {
  let waiting = new Map([["1".repeat(R.length), 1n]]);
  for (let row = N; row >= 1; row--) {
    const next = new Map<string, bigint>();
    for (const [undecided, ways] of waiting) {
      for (const decisive of ["0", "1"]) {
        const isDecided = (j: number) => undecided[j] === "1" && A[row][j] === decisive;
        const columns = [...undecided].map((_, j) => j);
        if (columns.some((j) => isDecided(j) && R[j] !== decisive)) continue;
        const rest = columns.map((j) => (isDecided(j) ? "0" : undecided[j])).join("");
        next.set(rest, (next.get(rest) ?? 0n) + ways);
      }
    }
    waiting = next;
  }
  // The operations are applied to a string of zeros: columns that none decides are 0.
  let total = 0n;
  for (const [undecided, ways] of waiting) {
    if (![...undecided].some((bit, j) => bit === "1" && R[j] === "1")) total += ways;
  }
  return total;
}
