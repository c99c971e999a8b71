import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MAX_MOD = 1_000_000;
/** The recurrence takes N · K steps, up to N³/2. */
const MAX_N = 500;

const Parameters = z.object({ N: sizeFrom(1, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(0),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(holds("K", ({ N, K }) => K <= countPairs(N), "must be at most N(N − 1)/2"));

/** At level 0 the permutations have three elements, and the answer is 1 or 2. */
export const inversionPairKCounting = defineEnvironment({
  id: "InversionPairK_Counting",
  title: "Permutations with K inversions",
  summary: "Count permutations of 1..N with exactly K inversions, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(0, countPairs(N));
    const MOD = random.integer(2, MAX_MOD);
    return { N, K, MOD, reference_answer: mahonian(N, K, MOD) };
  },

  prompt: ({ N, K, MOD }) =>
    `An inversion of a permutation ${indexedSeries("a", N, 1)} of the integers from 1 to ${N} is a pair of indices i < j with a[i] > a[j].

How many permutations of the integers from 1 to ${N} have exactly ${K} inversion${K === 1 ? "" : "s"}? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  // A permutation read backwards has the other pairs as inversions.
  ...exactRemainder("MOD", ({ N, K, MOD }: { N: number; K: number; MOD: number }) =>
    mahonian(N, countPairs(N) - K, MOD),
  ),
});

function countPairs(N: number): number {
  return (N * (N - 1)) / 2;
}

/**
 * The Mahonian number T(N, K) modulo MOD: the i-th element is inserted with 0..i − 1 larger ones
 * behind it, T(i, k) = T(i − 1, k) + … + T(i − 1, k − i + 1), a window's sum. O(N · K).
 */
function mahonian(N: number, K: number, modulus: number): number {
  let counts = new Float64Array(K + 1);
  counts[0] = 1 % modulus;
  for (let i = 2; i <= N; i++) {
    const next = new Float64Array(K + 1);
    let window = 0;
    for (let k = 0; k <= K; k++) {
      window += counts[k] - (k >= i ? counts[k - i] : 0);
      next[k] = (window + modulus) % modulus;
      window = next[k];
    }
    counts = next;
  }
  return counts[K];
}
