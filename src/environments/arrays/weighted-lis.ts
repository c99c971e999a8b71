import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIncreasingFault } from "../toolkit/faults/increasing-indices.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Far beyond any use: dynamic programming takes N² steps. */
const MAX_N = 10_000;

const weight = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(1, MAX_N) });
const Instance = instanceOf(Parameters, {
  arrayA: integers,
  arrayB: integersFrom(1, MAX_N),
  gold_answer: integerFrom(1),
}).check(lengths("N", "arrayA", "arrayB"));

export const weightedLis = defineEnvironment({
  id: "WeightedLIS",
  title: "Heaviest non-decreasing subsequence",
  summary:
    "Choose increasing indices with non-decreasing A values so that the sum of B is greatest.",
  reward: `${weight.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const arrayA = random.integers(N, 0, N);
    const arrayB = random.integers(N, 1, N);
    const heaviest = heaviestSubsequence(arrayA, arrayB);
    return { N, arrayA, arrayB, gold_answer: sum(heaviest.map((index) => arrayB[index])) };
  },

  prompt: ({ N, arrayA, arrayB }) =>
    `Two arrays A and B hold ${formatCount(N, "integer")} each, with indices from 0:
${formatLines(arrayA, (value, index) => `A[${index}] = ${value}, B[${index}] = ${arrayB[index]}`)}

Choose indices i_1 < i_2 < … < i_k such that A[i_1] ≤ A[i_2] ≤ … ≤ A[i_k]. Make the sum B[i_1] + B[i_2] + … + B[i_k] as large as possible; k is up to you.

Answer with the chosen indices in ascending order on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(indices, { N, arrayA, arrayB, gold_answer }) {
    const fault = findIncreasingFault(indices, N);
    if (fault !== undefined) return invalid(fault);
    for (let place = 1; place < indices.length; place++) {
      const [earlier, later] = [indices[place - 1], indices[place]];
      if (arrayA[earlier] > arrayA[later]) {
        return invalid(
          `A[${earlier}] = ${arrayA[earlier]} is greater than A[${later}] = ${arrayA[later]}`,
        );
      }
    }
    return weight.verdict(sum(indices.map((index) => arrayB[index])), gold_answer);
  },

  picture: ({ arrayA, arrayB }, chosen) =>
    partsPicture({ A: barsPicture(arrayA, { chosen }), B: barsPicture(arrayB, { chosen }) }),

  solve: ({ arrayA, arrayB }) => heaviestSubsequence(arrayA, arrayB).join(" "),
});

/**
 * The indices of a heaviest non-decreasing subsequence: dynamic programming over the subsequences
 * that end at each index, with a trace back, O(N²).
 */
function heaviestSubsequence(values: readonly number[], weights: readonly number[]): number[] {
  const heaviest: number[] = [];
  const predecessor: number[] = [];
  let last = -1;
  for (const [end, value] of values.entries()) {
    let before = -1;
    for (let index = 0; index < end; index++) {
      if (values[index] > value) continue;
      if (before === -1 || heaviest[index] > heaviest[before]) before = index;
    }
    predecessor.push(before);
    heaviest.push(weights[end] + (before === -1 ? 0 : heaviest[before]));
    if (last === -1 || heaviest[end] > heaviest[last]) last = end;
  }
  return tracePath(predecessor, last);
}
