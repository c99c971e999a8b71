import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Values lie in [−⌊N / NEGATIVE_SHARE⌋, N]. */
const NEGATIVE_SHARE = 20;
const BETA = 10;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  K: z.int(),
  A: integers,
  gold_answer: integers,
  reference_answer: z.string(),
});

export const slidingWindow = defineEnvironment({
  id: "SlidingWindow",
  title: "Sliding window minima",
  summary: "List the minimum of every window of K consecutive entries of an array.",
  reward: "(matched/all)^10; wrong length −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 5 }, ({ N }) => ({ N: grow(N) })),

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

Answer with the minima (${N - K + 1} in number) on one line, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(minima, { N, K, gold_answer }) {
    const count = N - K + 1;
    if (minima.length !== count) return invalid(`${minima.length} minima instead of ${count}`);
    return fraction(countAgreements(minima, gold_answer), count, BETA, "minima right");
  },

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
