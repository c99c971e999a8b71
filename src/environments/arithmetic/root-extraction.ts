import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { decimal } from "../toolkit/answer-forms/numbers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { wrongValue } from "../toolkit/scoring/exact.ts";
import { correct } from "../toolkit/scoring/verdicts.ts";

/** The root is rounded to so many decimal places. */
const PLACES = 5;
const SCALE = 10 ** PLACES;
const BETA = 2;
/** The error up to which an answer passes. */
const TOLERANCE = 0.0001;

/** Far beyond any use; the bounds keep every accepted draw within milliseconds. */
const LARGEST_N = 10 ** 9;
const LARGEST_K = 500;

const Parameters = z.object({ MAX_N: sizeFrom(1, LARGEST_N), MAX_K: sizeFrom(1, LARGEST_K) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  K: integerFrom(1, LARGEST_K),
  reference_answer: z.number(),
}).check(
  holds(
    "reference_answer",
    ({ N, K, reference_answer }) => Math.abs(reference_answer - N ** (1 / K)) < 1 / SCALE,
    "must be the root",
  ),
);

/**
 * There are 6 problems at level 0, 45 at level 3. The root is N where K or N is 1: in two thirds of the
 * problems of level 0. Most roots are between 1 and 2, so that 1 for an answer has a mean reward of
 * 0.56 at level 0 and 0.49 at level 10.
 */
export const rootExtraction = defineEnvironment({
  id: "RootExtraction",
  title: "K-th root",
  summary: "Give the K-th root of N as a decimal with up to five decimal places.",
  reward: `(1/(1 + |answer − root|))^${BETA}, which passes up to an error of ${TOLERANCE}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 3, MAX_K: 2 }, ({ MAX_N, MAX_K }) => ({
    MAX_N: Math.floor(1.5 * MAX_N),
    MAX_K: MAX_K + 1,
  })),

  generate({ MAX_N, MAX_K }, random) {
    const N = random.integer(1, MAX_N);
    const K = random.integer(1, MAX_K);
    return { MAX_N, MAX_K, N, K, reference_answer: roundedRoot(N, K) };
  },

  prompt: ({ N, K }) =>
    `Find the positive real number x with x^${K} = ${N}, where ^ means power, to ${PLACES} decimal places. The nearer the better; an error of up to ${TOLERANCE} is accepted. Zeros at the end may be left out.

Answer with x as one decimal number, like this: 0.12345`,

  answer: decimal,

  score(x, { reference_answer }) {
    if (x === reference_answer) return correct();
    return wrongValue(rewardFor(Math.abs(x - reference_answer)), x, reference_answer);
  },

  solve: ({ N, K }) => (N ** (1 / K)).toFixed(PLACES),

  passingThreshold: () => rewardFor(TOLERANCE),
});

function rewardFor(error: number): number {
  return (1 / (1 + error)) ** BETA;
}

/**
 * N^(1/K) rounded to the places, by bisection in integers: c / SCALE is the nearest where c is the
 * least integer with (c + 1/2)^K > N · SCALE^K. Powers of doubles may differ between engines.
 */
function roundedRoot(N: number, K: number): number {
  const power = 2n ** BigInt(K) * BigInt(N) * BigInt(SCALE) ** BigInt(K);
  const isEnough = (c: number) => (2n * BigInt(c) + 1n) ** BigInt(K) > power;
  return leastInteger(SCALE, N * SCALE, isEnough) / SCALE;
}
