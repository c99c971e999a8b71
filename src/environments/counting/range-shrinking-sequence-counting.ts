import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import type { Random } from "../toolkit/random/random.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MAX_MOD = 1_000_000;
/** N³ states at each of N steps. */
const MAX_N = 60;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  R: integersFrom(1),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(lengths("N", "R"), within("R", 1, "N"));

interface Bounds {
  R: readonly number[];
  MOD: number;
}

export const rangeShrinkingSequenceCounting = defineEnvironment({
  id: "RangeShrinkingSequenceCounting",
  title: "Sequences in shrinking ranges",
  summary:
    "Count bounded sequences where each term lies between the nearest earlier values around its predecessor, mod MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const R = drawHidden(N, random).map((term) => random.integer(term, N));
    const MOD = random.integer(2, MAX_MOD);
    return { N, R, MOD, reference_answer: countSequences({ R, MOD }) };
  },

  prompt: ({ N, R, MOD }) =>
    `Count the sequences ${indexedSeries("A", N, 1)} of ${N} integers that satisfy both of these conditions:
- 1 ≤ A[i] ≤ R[i] for every i, where ${formatIndexed("R", R, 1)}.
- For every i from 3 to ${N}, let r be the least of those values among A[1], …, A[i − 2] that are at least A[i − 1] (infinity if there is none), and l the greatest of those that are at most A[i − 1] (minus infinity if there is none). Then l ≤ A[i] ≤ r.

How many such sequences are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: n`,

  picture: ({ R }) => barsPicture(R, { base: 1 }),

  ...exactRemainder("MOD", countByStates),
});

/** A valid sequence whose bounds both move to the newest term, so that it never turns round. */
function drawHidden(N: number, random: Random): number[] {
  let [low, high] = [1, N];
  const hidden = [random.integer(1, N)];
  while (hidden.length < N) {
    const before = hidden[hidden.length - 1];
    const term = random.integer(low, high);
    if (before >= term) high = term;
    if (before <= term) low = term;
    hidden.push(term);
  }
  return hidden;
}

/**
 * Only the last term x and the nearest values l ≤ x ≤ r before it matter (0 and V + 1 where there are
 * none): DP over (l, r, x). A term y with l < y < x leads to (l, x, y), x < y < r to (x, r, y); y equal
 * to l, r or x becomes both neighbours. O(N · V³), by sums over the ranges of y.
 */
function countSequences({ R, MOD }: Bounds): number {
  const V = Math.max(...R);
  const size = V + 2;
  const index = (l: number, r: number, x: number) => (l * size + r) * size + x;
  let ways = new Float64Array(size ** 3);
  for (let first = 1; first <= R[0]; first++) ways[index(0, V + 1, first)] = 1;
  for (const bound of R.slice(1)) {
    const next = new Float64Array(size ** 3);
    for (let l = 0; l <= V; l++) {
      for (let r = Math.max(l, 1); r <= V + 1; r++) {
        for (let x = Math.max(l, 1); x <= Math.min(r, V); x++) {
          const count = ways[index(l, r, x)] % MOD;
          if (count === 0) continue;
          // Differences over the last term; they are summed up below.
          addRange(next, index(l, x, 0), l + 1, Math.min(x - 1, bound), count);
          addRange(next, index(x, r, 0), x + 1, Math.min(r - 1, bound), count);
          if (l >= 1 && l <= bound) addRange(next, index(l, l, 0), l, l, count);
          if (r <= V && r !== l && r <= bound) addRange(next, index(r, r, 0), r, r, count);
          if (x !== l && x !== r && x <= bound) addRange(next, index(x, x, 0), x, x, count);
        }
      }
    }
    ways = next;
    for (let row = 0; row < size ** 2; row++) {
      for (let x = 1; x < size; x++) ways[row * size + x] += ways[row * size + x - 1];
    }
  }
  return ways.reduce((sum, count) => (sum + count) % MOD, 0);
}

/** Adds to the elements first..last of a row that holds differences of neighbours. */
function addRange(
  differences: Float64Array,
  row: number,
  first: number,
  last: number,
  count: number,
): void {
  if (first > last) return;
  differences[row + first] += count;
  differences[row + last + 1] -= count;
}

/** Each state and each next term one by one. */
function countByStates({ R, MOD }: Bounds): number {
  const V = Math.max(...R);
  let states = new Map<string, number>();
  for (let first = 1; first <= R[0]; first++) states.set(`0 ${V + 1} ${first}`, 1 % MOD);
  for (const bound of R.slice(1)) {
    const next = new Map<string, number>();
    for (const [state, count] of states) {
      const [l, r, x] = state.split(" ").map(Number);
      for (let y = Math.max(l, 1); y <= Math.min(r, bound, V); y++) {
        // The nearest of l, x and r below and above y.
        const known = [l, x, r];
        const below = Math.max(...known.filter((value) => value <= y));
        const above = Math.min(...known.filter((value) => value >= y));
        const after = `${below} ${above} ${y}`;
        next.set(after, ((next.get(after) ?? 0) + count) % MOD);
      }
    }
    states = next;
  }
  return [...states.values()].reduce((sum, count) => (sum + count) % MOD, 0);
}
