import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const maxima = matching({ beta: 5, unit: "values right" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  S: integersFrom(0, LARGEST_N ** 2),
  A: integersFrom(0, LARGEST_N ** 2),
  gold_answer: integersFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("N", "S", "A", "gold_answer"),
  holds("S", ({ S }) => S.every((value, i) => i === 0 || S[i - 1] <= value), "must not fall"),
);

interface Pairs {
  readonly S: readonly number[];
  readonly A: readonly number[];
}

export const salesmanFatigue = defineEnvironment({
  id: "SalesmanFatigue",
  title: "Best k visits for every k",
  summary:
    "For each k, choose k pairs maximising the sum of their A plus twice the largest S among them.",
  reward: `${maxima.words}; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const S = ascending(random.integers(N, 1, Math.max(1, Math.floor(N ** 2 / 2))));
    const A = random.integers(N, 1, N);
    const gold_answer = findByGain({ S, A });
    return { N, S, A, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, S, A }) =>
    `Here are ${N} pairs of integers S[i] and A[i], in order of S:
${formatLines(S, (value, i) => `S[${i}]=${value} A[${i}]=${A[i]}`)}

Choosing k of these pairs is worth the sum of their A plus twice the largest S among them. For each k from 1 to ${N}, find the largest worth of a choice of exactly k pairs, each at most once.

Answer with the ${N} largest worths, those for k = 1, 2, … in this order, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(answer, { N, gold_answer }) {
    const fault = findCountFault(answer, N);
    if (fault !== undefined) return invalid(fault);
    return maxima.verdict(countAgreements(answer, gold_answer), N);
  },

  picture: ({ S, A }) =>
    pointsPicture(
      S.map((s, i) => [s, A[i]]),
      { base: 0, stretched: true },
    ),

  solve: (pairs) => findByFarthest(pairs).join(" "),
});

/**
 * By descending A, the best k pairs are the first k, or the first k − 1 and one from there on with
 * the largest 2S + A: whoever takes two others may exchange one that is not the farthest. O(N log N).
 */
function findByGain({ S, A }: Pairs): number[] {
  const order = [...A.keys()].sort((i, j) => A[j] - A[i]);
  const farthest: number[] = [];
  for (let k = order.length - 1; k >= 0; k--) {
    farthest[k] = Math.max(farthest[k + 1] ?? 0, 2 * S[order[k]] + A[order[k]]);
  }
  let [taken, far] = [0, 0];
  return order.map((pair, k) => {
    const withOther = taken + farthest[k];
    taken += A[pair];
    far = Math.max(far, S[pair]);
    return Math.max(taken + 2 * far, withOther);
  });
}

/** For each farthest pair, the best k − 1 of those before it, which are kept sorted. O(N²). */
function findByFarthest({ S, A }: Pairs): number[] {
  const best = new Array<number>(S.length).fill(0);
  const before: number[] = [];
  for (const [i, gain] of A.entries()) {
    let worth = 2 * S[i] + gain;
    best[0] = Math.max(best[0], worth);
    for (const [k, value] of before.entries()) {
      worth += value;
      best[k + 1] = Math.max(best[k + 1], worth);
    }
    const place = before.findIndex((value) => value < gain);
    before.splice(place === -1 ? before.length : place, 0, gain);
  }
  return best;
}
