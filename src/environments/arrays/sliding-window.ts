import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Values lie in [−⌊N / NEGATIVE_SHARE⌋, N]. */
const NEGATIVE_SHARE = 20;
/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const entries = matching({ beta: 10, unit: "minima right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  A: integers,
  gold_answer: integers,
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  within("K", 1, "N"),
  lengths(({ N, K }) => N - K + 1, "gold_answer"),
);

export const slidingWindow = defineEnvironment({
  id: "SlidingWindow",
  title: "Sliding window minima",
  summary: "List the minimum of every window of K consecutive entries of an array.",
  reward: `${entries.words}; ${invalidWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const K = random.integer(2, N - 1);
    const A = random.integers(N, -Math.floor(N / NEGATIVE_SHARE), N);
    const gold_answer = windowMinima(A, K);
    return { N, K, A, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, K, A }) =>
    `Here is a list of ${N} integers:
${A.join(" ")}

A window consists of ${K} consecutive integers of the list; there are ${formatCount(N - K + 1, "window")}. Give the smallest integer of each window, from the leftmost window to the rightmost.

Answer with the ${formatCount(N - K + 1, "minimum", "minima")} on one line, separated by spaces, like this: ${placeholders(N - K + 1)}`,

  answer: integerList,

  score(minima, { N, K, gold_answer }) {
    const count = N - K + 1;
    const fault = findCountFault(minima, count, "minimum", "minima");
    if (fault !== undefined) return invalid(fault);
    return entries.verdict(countAgreements(minima, gold_answer), count);
  },

  picture: ({ A }) => barsPicture(A),

  solve: ({ A, K }) => windowMinima(A, K).join(" "),
});

/** The minima of all windows, by a monotone queue of the window's indices: O(N). */
function windowMinima(A: readonly number[], K: number): number[] {
  const window = new MonotoneQueue((a, b) => A[a] < A[b]);
  const minima: number[] = [];
  for (const index of A.keys()) {
    window.push(index);
    window.dropBefore(index - K + 1);
    if (index >= K - 1) minima.push(A[window.best]);
  }
  return minima;
}
