import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const PROBABILITY_OF_A_1 = 0.3;
const [MAX_F0, MAX_A, MAX_B] = [128, 16, 16_384];

/** Far beyond any use; bounds the terms of the sequence and their number. */
const LARGEST_N = 1_000;
const LARGEST_TERM = 1_000_000;

const Parameters = z.object({
  N: sizeFrom(1, LARGEST_N),
  MAX_F0: sizeFrom(1, LARGEST_TERM),
  MAX_A: sizeFrom(2, LARGEST_TERM),
  MAX_B: sizeFrom(1, LARGEST_TERM),
});
const Instance = instanceOf(Parameters, {
  F0: integerFrom(0, LARGEST_TERM),
  A: integerFrom(1, LARGEST_TERM),
  B: integerFrom(0, LARGEST_TERM),
  S: bigIntegerFrom(0n),
  reference_answer: z.string(),
}).check(
  holds(
    "reference_answer",
    ({ N, S, reference_answer, ...sequence }) => {
      const indices = bigIntegerList.parse(reference_answer) ?? [];
      return (
        indices.length > 0 &&
        new Set(indices).size === indices.length &&
        indices.every((index) => index >= 1n && index <= N) &&
        sumOfTerms(S, indices, sequence) === S
      );
    },
    "must be distinct indices from 1 to N whose terms have the sum S",
  ),
);

/** F(0) and F(n) = A · F(n − 1) + B. */
interface Sequence {
  F0: number;
  A: number;
  B: number;
}

export const recursiveSequenceSumConstruction = defineEnvironment({
  id: "RecursiveSequenceSumConstruction",
  title: "Subset sum of a linear recurrence",
  summary: "Pick distinct positive indices whose terms of F(n) = A·F(n−1) + B add up to S.",
  reward: `${EXACT_WORDS}; ${invalidWords("repeated or not positive index")}, ${malformedWords("no index")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => [{ N, MAX_F0, MAX_A, MAX_B }]),

  generate({ N, MAX_F0, MAX_A, MAX_B }, random) {
    const F0 = random.integer(0, MAX_F0);
    const A = random.chance(PROBABILITY_OF_A_1) ? 1 : random.integer(2, MAX_A);
    const B = random.integer(0, MAX_B);
    const planted = random.distinctIntegers(random.integer(1, N), 1, N);
    let S = 0n;
    let term = BigInt(F0);
    for (let n = 1; n <= N; n++) {
      term = BigInt(A) * term + BigInt(B);
      if (planted.includes(n)) S += term;
    }
    return { N, MAX_F0, MAX_A, MAX_B, F0, A, B, S, reference_answer: planted.join(" ") };
  },

  prompt: ({ F0, A, B, S }) =>
    `A sequence is defined by F(0) = ${F0} and F(n) = ${A} · F(n − 1) + ${B} for every n ≥ 1.

Choose at least one index n, each at least 1 and at most once, so that the sum of F(n) over all chosen indices is ${S}. Any such choice will do.

Answer with the chosen indices in any order, on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: bigIntegerList,

  score(indices, { S, F0, A, B }) {
    if (indices.length === 0) return malformed("no index");
    if (new Set(indices).size < indices.length) return invalid("an index is chosen twice");
    const stray = indices.find((index) => index < 1n);
    if (stray !== undefined) return invalid(`the index ${formatFigure(stray)} is not positive`);
    const sum = sumOfTerms(S, indices, { F0, A, B });
    const reached = sum === undefined ? "exceeds" : `is ${formatFigure(sum)} instead of`;
    return exact(sum === S, `the sum ${reached} ${formatFigure(S)}`);
  },

  solve: ({ S, F0, A, B }) =>
    (A === 1 ? chooseOfProgression(S, F0, B) : chooseGreedily(S, { F0, A, B })).join(" "),
});

/**
 * The sum of the terms at distinct indices from 1 on; undefined where it certainly exceeds S. An
 * arithmetic progression needs no terms, and others are computed up to S, of which there are
 * O(log S).
 */
function sumOfTerms(
  S: bigint,
  indices: readonly bigint[],
  { F0, A, B }: Sequence,
): bigint | undefined {
  if (A === 1) {
    const places = indices.reduce((sum, index) => sum + index, 0n);
    return BigInt(F0 * indices.length) + BigInt(B) * places;
  }
  if (F0 === 0 && B === 0) return 0n;
  const chosen = new Set(indices);
  let sum = 0n;
  let term = BigInt(F0);
  for (let n = 1n, left = indices.length; left > 0; n++) {
    term = BigInt(A) * term + BigInt(B);
    // The terms of the indices that are left are at least as large.
    if (sum + term > S) return undefined;
    if (!chosen.has(n)) continue;
    sum += term;
    left--;
  }
  return sum;
}

/** A ≥ 2: each term exceeds the sum of those before it, so the largest that fits is needed. */
function chooseGreedily(S: bigint, { F0, A, B }: Sequence): number[] {
  if (F0 === 0 && B === 0) return [1];
  const terms = [BigInt(F0)];
  for (;;) {
    const next = BigInt(A) * terms[terms.length - 1] + BigInt(B);
    if (next > S) break;
    terms.push(next);
  }
  let rest = S;
  const chosen: number[] = [];
  for (let n = terms.length - 1; n >= 1; n--) {
    if (terms[n] > rest) continue;
    rest -= terms[n];
    chosen.push(n);
  }
  return chosen;
}

/**
 * A = 1: k indices of the sum T give k · F0 + B · T. The first k − 1 indices and a larger one have
 * any sum from 1 + … + k on. O(√(S / B)) counts are tried, or one where all terms are equal.
 */
function chooseOfProgression(S: bigint, F0: number, B: number): bigint[] {
  const first = (count: bigint) => Array.from({ length: Number(count) }, (_, at) => BigInt(at + 1));
  if (B === 0) return first(F0 === 0 ? 1n : S / BigInt(F0));
  for (let k = 1n; ; k++) {
    const rest = S - k * BigInt(F0);
    const last = rest / BigInt(B) - (k * (k - 1n)) / 2n;
    if (rest % BigInt(B) === 0n && last >= k) return [...first(k - 1n), last];
  }
}
