import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { binomial } from "../toolkit/numbers/binomials.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

/** Far beyond any use; the bound keeps every accepted instance solved within a second. */
const MAX_N = 300;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  P: integers,
  reference_answer: bigIntegerFrom(0n),
}).check(permutation("P", "N", 1));

interface Bound {
  N: number;
  P: readonly number[];
}

/** At level 0 there are six problems, with answers from 0 to 4. */
export const bubbleSwapLowerBoundPermutationCounting = defineEnvironment({
  id: "BubbleSwapLowerBound_PermutationCounting",
  title: "Permutations sorted in the fewest swaps",
  summary:
    "Count permutations lexicographically above P whose bubble sort uses exactly half the total displacement swaps.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const P = random.permutation(N, 1);
    return { N, P, reference_answer: countAbove({ N, P }) };
  },

  prompt: ({ N, P }) =>
    `Bubble sort puts a permutation ${indexedSeries("p", N, 1)} of the integers from 1 to ${N} in ascending order like this:
for i = 1 to ${N}:
    for j = 1 to ${N - 1}:
        if p[j] > p[j + 1]: swap p[j] and p[j + 1]

It never needs fewer swaps than half the sum of |i − p[i]| over all i from 1 to ${N}, where p is the permutation before sorting.

Here is a permutation P:
${formatIndexed("P", P, 1)}

Count the permutations p of the integers from 1 to ${N} that satisfy both of these conditions:
- Bubble sort makes exactly half the sum of |i − p[i]| swaps on p.
- p is lexicographically greater than P (and not equal to it).

Answer with the exact number of such permutations as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countByMaxima),
});

/**
 * The bound is met exactly by permutations without a decreasing subsequence of length 3. Those whose
 * first i elements have the maximum j are completed in F(i, j) ways, lattice paths below a diagonal
 * (ballot numbers, by reflection). p leaves P at an index where it takes a larger element; it must be
 * a new maximum unless it is the least one left. O(N) binomials.
 */
function countAbove({ N, P }: Bound): bigint {
  const completions = (i: number, j: number) =>
    j > N ? 0n : binomial(2 * N - i - j - 1, N - i - 1) - binomial(2 * N - i - j - 1, N - j - 2);
  const isUsed = new Uint8Array(N + 2);
  let [maximum, least, count] = [0, 1, 0n];
  for (const [index, value] of P.entries()) {
    count += completions(index, Math.max(maximum, value) + 1);
    if (maximum > value && value > least) break;
    isUsed[value] = 1;
    maximum = Math.max(maximum, value);
    while (isUsed[least] === 1) least++;
  }
  return count;
}

/**
 * Element by element: after i elements with maximum j, either the least element left follows (if it
 * is below j) or a new maximum. Prefixes equal to P's and those above it are carried separately.
 * O(N³).
 */
function countByMaxima({ N, P }: Bound): bigint {
  let above = new Array<bigint>(N + 1).fill(0n);
  let isTight = true;
  const isUsed = new Uint8Array(N + 2);
  let [maximum, least] = [0, 1];
  for (const [index, value] of P.entries()) {
    const next = new Array<bigint>(N + 1).fill(0n);
    for (let j = 0; j <= N; j++) {
      if (above[j] === 0n) continue;
      // Of the j elements up to the maximum, index are used.
      if (j > index) next[j] += above[j];
      for (let larger = j + 1; larger <= N; larger++) next[larger] += above[j];
    }
    if (isTight) {
      if (least < maximum && least > value) next[maximum] += 1n;
      for (let larger = Math.max(maximum, value) + 1; larger <= N; larger++) next[larger] += 1n;
      isTight = value > maximum || value === least;
      isUsed[value] = 1;
      maximum = Math.max(maximum, value);
      while (isUsed[least] === 1) least++;
    }
    above = next;
  }
  return above.reduce((sum, count) => sum + count, 0n);
}
