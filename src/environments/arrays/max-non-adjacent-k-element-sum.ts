import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const total = maximising({ beta: 5 });

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  A: integersFrom(1, MAX_N),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "A"),
  within("K", 1, ({ N }) => Math.ceil(N / 2)),
);

export const maxNonAdjacentKElementSum = defineEnvironment({
  id: "Max_NonAdjacent_KElementSum",
  title: "Best K non-adjacent elements",
  summary:
    "Choose exactly K positions, no two of them neighbours, with the greatest sum of values.",
  reward: `${total.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const K = random.integer(2, Math.floor(N / 2));
    const A = random.integers(N, 1, N);
    return { N, K, A, gold_answer: sum(bestIndices(A, K).map((index) => A[index])) };
  },

  prompt: ({ N, K, A }) =>
    `An array A holds ${N} integers, with indices from 0:
${formatIndexed("A", A)}

Choose exactly ${formatCount(K, "different index", "different indices")} such that no two of them are neighbours (differ by 1); index 0 and index ${N - 1} do not count as neighbours. Make the sum of the elements at the chosen indices as large as possible.

Answer with the chosen indices in any order on one line, separated by spaces, like this: ${placeholders(K, "i")}`,

  answer: integerList,

  score(indices, { N, K, A, gold_answer }) {
    const fault = findCountFault(indices, K, "index", "indices") ?? findIndexFault(indices, N);
    if (fault !== undefined) return invalid(fault);
    const chosen = new Set(indices);
    const left = indices.find((index) => chosen.has(index + 1));
    if (left !== undefined) return invalid(`${left} and ${left + 1} are neighbours`);
    return total.verdict(sum(indices.map((index) => A[index])), gold_answer);
  },

  picture: ({ A }, chosen) => barsPicture(A, { chosen }),

  solve: ({ A, K }) => bestIndices(A, K).join(" "),
});

/**
 * The indices of K non-adjacent elements of greatest sum, for K ≤ ⌈N/2⌉. Greedy with undo: K times,
 * take the stretch of greatest gain and join it with its two neighbours to one whose exchange would
 * take that back, O(N log N) with a heap. In a stretch that was taken, every other place from the
 * second on is chosen. Places count from 1; those beyond both ends are sentinels of gain −∞.
 */
function bestIndices(A: readonly number[], K: number): number[] {
  const gain = [Number.NEGATIVE_INFINITY, ...A, Number.NEGATIVE_INFINITY];
  // At first, each place is a stretch; `owner` is kept for the first and last place of each.
  const first = Array.from(gain.keys());
  const last = first.slice();
  const owner = first.slice();
  const isMerged = new Uint8Array(gain.length);
  const queue = new PriorityQueue<number>();
  for (const stretch of gain.keys()) queue.push(stretch, -gain[stretch]);

  for (let taken = 0; taken < K; ) {
    const stretch = queue.pop();
    if (stretch === undefined) break;
    if (isMerged[stretch] === 1) continue;
    taken++;
    const before = owner[first[stretch] - 1];
    const after = owner[last[stretch] + 1];
    isMerged[before] = 1;
    isMerged[after] = 1;
    first[stretch] = first[before];
    last[stretch] = last[after];
    owner[first[stretch]] = stretch;
    owner[last[stretch]] = stretch;
    gain[stretch] = gain[before] + gain[after] - gain[stretch];
    queue.push(stretch, -gain[stretch]);
  }

  const chosen: number[] = [];
  for (let stretch = 0; stretch < gain.length; stretch++) {
    if (isMerged[stretch] === 1) continue;
    for (let place = first[stretch] + 1; place < last[stretch]; place += 2) chosen.push(place - 1);
  }
  return chosen.sort((a, b) => a - b);
}
