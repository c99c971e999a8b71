import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

const MAX_K = 4;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const MAX_N = 200;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, MAX_K),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("K", ({ N, K }) => K < N, "must be less than N"));

/**
 * Only K is drawn: there is one problem at level 0, two at level 1, and three (K = 2, 3, 4) at all
 * others.
 */
export const boundedAdjacencyDifferencePermutationCounting = defineEnvironment({
  id: "BoundedAdjacencyDifference_Permutation_Counting",
  title: "Permutations with close neighbours",
  summary: "Count permutations of 1..N whose neighbouring elements differ by at most K.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const K = random.integer(2, Math.min(MAX_K, N - 2));
    return { N, K, reference_answer: countPermutations(N, K) };
  },

  prompt: ({ N, K }) =>
    `How many permutations of the integers from 1 to ${N} are there in which any two neighbouring elements differ by at most ${K}?

Answer with the exact number of permutations as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, ({ N, K }: { N: number; K: number }) =>
    countPermutations(N, K),
  ),
});

/**
 * Values are inserted into a row in ascending order, each beside values at most K smaller. A state is
 * the order in the row of the last K values, numbered by age, and which gaps around them nothing else
 * lies in: "|2|1.3|", where | may receive the next value and . may not, as an older one lies there.
 * The states are few (at most K! · 2^(K + 1)), each followed once. O(N · states) additions.
 */
function countPermutations(N: number, K: number): bigint {
  const followers = new Map<string, string[]>();
  let states = new Map<string, bigint>([["|", 1n]]);
  for (let value = 1; value <= N; value++) {
    const next = new Map<string, bigint>();
    for (const [state, ways] of states) {
      const known = followers.get(state) ?? insertNext(state, K);
      followers.set(state, known);
      for (const follower of known) next.set(follower, (next.get(follower) ?? 0n) + ways);
    }
    states = next;
  }
  let total = 0n;
  for (const ways of states.values()) total += ways;
  return total;
}

/** The states after the next value is put into each gap that may receive it. */
function insertNext(state: string, K: number): string[] {
  const size = (state.length - 1) / 2;
  const gaps = [...state].flatMap((mark, index) => (mark === "|" ? [index] : []));
  return gaps.map((gap) => {
    const inserted = `${state.slice(0, gap)}|${size + 1}|${state.slice(gap + 1)}`;
    if (size < K) return inserted;
    // The oldest value leaves the window: nothing may be put beside it any more.
    return inserted.replace(/.1./, ".").replace(/\d/g, (age) => String(Number(age) - 1));
  });
}
