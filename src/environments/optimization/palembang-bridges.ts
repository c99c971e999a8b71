import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

const detours = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 500;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  K: sizeFrom(1, 2),
  S: integersFrom(0, LARGEST_N),
  T: integersFrom(0, LARGEST_N),
  gold_answer: integerFrom(0),
}).check(lengths("N", "S", "T"));

interface Pairs {
  readonly S: readonly number[];
  readonly T: readonly number[];
}

export const palembangBridges = defineEnvironment({
  id: "PalembangBridges",
  title: "One or two bridges",
  summary: "Choose K (1 or 2) points minimising the sum of each pair's cheapest detour distance.",
  reward: `${detours.words}; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(1, 2);
    const [S, T] = [random.integers(N, 0, N), random.integers(N, 0, N)];
    return { N, K, S, T, gold_answer: costOf({ S, T }, findBridges({ S, T }, K)) };
  },

  prompt: ({ N, K, S, T }) =>
    `Here ${N === 1 ? "is a pair" : `are ${N} pairs`} of integers S[i] and T[i]:
${formatLines(S, (from, index) => `S[${index + 1}]=${from} T[${index + 1}]=${T[index]}`)}

${
  K === 1
    ? "Choose an integer P. A pair then costs |P − S[i]| + |P − T[i]|."
    : "Choose two integers P[1] and P[2], which may be equal. A pair then costs the smaller one of |P[1] − S[i]| + |P[1] − T[i]| and |P[2] − S[i]| + |P[2] − T[i]|."
}

Make the sum of the costs of all pairs as small as possible.

Answer with ${K === 1 ? "P as one integer, like this: P" : "P[1] and P[2] in any order, on one line, separated by a space, like this: a b"}`,

  answer: integerList,

  score(P, { K, S, T, gold_answer }) {
    const fault = findCountFault(P, K, "integer");
    return fault === undefined ? detours.verdict(costOf({ S, T }, P), gold_answer) : invalid(fault);
  },

  picture: ({ S, T }, cuts) =>
    intervalsPicture(
      S.map((s, i) => [s, T[i]]),
      { base: 1, cuts },
    ),

  solve: ({ K, S, T }) => findBridges({ S, T }, K).join(" "),
});

function costOf({ S, T }: Pairs, P: readonly number[]): number {
  return S.reduce((total, from, i) => {
    const costs = P.map((point) => Math.abs(point - from) + Math.abs(point - T[i]));
    return total + Math.min(...costs);
  }, 0);
}

/**
 * One point is best at the median of all ends. Of two, a pair prefers the one nearer to its middle:
 * in order of S + T the first ones use one and the rest the other, each at the median of its own.
 * O(N² log N).
 */
function findBridges({ S, T }: Pairs, K: number): number[] {
  const order = [...S.keys()].sort((a, b) => S[a] + T[a] - S[b] - T[b]);
  const medianOf = (pairs: readonly number[]) =>
    ascending(pairs.flatMap((pair) => [S[pair], T[pair]]))[pairs.length] ?? 0;
  if (K === 1) return [medianOf(order)];
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let cut = 0; cut < order.length; cut++) {
    const points = [medianOf(order.slice(0, cut)), medianOf(order.slice(cut))];
    const cost = costOf({ S, T }, points);
    if (cost < least) [best, least] = [points, cost];
  }
  return best;
}
