import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { inverseModulo, multiplyModulo } from "../toolkit/numbers/modular.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const PRIME = 1_000_000_007;
/** Gold takes N³ steps. */
const MAX_N = 200;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  L: integersFrom(1),
  R: integersFrom(1),
  reference_answer: integerFrom(0, PRIME - 1),
}).check(
  lengths("N", "L", "R"),
  within("R", 1, ({ N }) => N * N),
  holds("L", ({ L, R }) => L.every((low, i) => low <= R[i]), "must be at most R each"),
);

interface Ranges {
  L: readonly number[];
  R: readonly number[];
}

export const rangeConstrainedIncreasingSequenceCounting = defineEnvironment({
  id: "RangeConstrained_IncreasingSequence_Counting",
  title: "Increasing sequences within ranges",
  summary:
    "Count sequences with each entry 0 or in [L_i, R_i], not all 0, nonzero entries strictly increasing, mod 10^9+7.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 2 }),

  generate({ N }, random) {
    const L = random.integers(N, 1, N * N);
    const R = L.map((low) => random.integer(low, N * N));
    return { N, L, R, reference_answer: countSequences({ L, R }) };
  },

  prompt: ({ N, L, R }) =>
    `Count the sequences ${indexedSeries("A", N)} of ${N} integers that satisfy all of these conditions:
- Each A[i] is 0 or lies in its range, L[i] ≤ A[i] ≤ R[i], given below.
- At least one A[i] is not 0.
- The elements that are not 0 increase strictly: for i < j with A[i] > 0 and A[j] > 0, A[i] < A[j].
${formatLines(L, (low, i) => `L[${i}]=${low} R[${i}]=${R[i]}`)}

How many such sequences are there? Give their number modulo ${PRIME}.

Answer with the remainder as one integer from 0 to ${PRIME - 1}, like this: r`,

  picture: ({ L, R }) => intervalsPicture(L.map((left, index) => [left, R[index]])),

  ...exactRemainder(PRIME, countByValues),
});

/**
 * The values are cut into segments at the ends of ranges. ends[i]: sequences whose last element that
 * is not 0 stands at i (0: none yet). In a segment of l values, m places that it covers after p, of
 * which the last is taken, can hold increasing values in C(l + m − 1, m) ways, whichever of the others
 * are 0. O(N³).
 */
function countSequences({ L, R }: Ranges): number {
  const N = L.length;
  const cuts = [...new Set([...L, ...R.map((high) => high + 1)])].sort((a, b) => a - b);
  const ends = new Array<number>(N + 1).fill(0);
  ends[0] = 1;
  const inverses = Array.from({ length: N + 1 }, (_, m) => (m === 0 ? 1 : inverseModulo(m, PRIME)));
  for (const [index, low] of cuts.slice(0, -1).entries()) {
    const length = cuts[index + 1] - low;
    const covers = (place: number) => L[place - 1] <= low && low <= R[place - 1];
    const choices = [1];
    for (let m = 1; m <= N; m++) {
      const next = multiplyModulo(choices[m - 1], length + m - 1, PRIME);
      choices.push(multiplyModulo(next, inverses[m], PRIME));
    }
    for (let i = N; i >= 1; i--) {
      if (!covers(i)) continue;
      let covered = 1;
      for (let p = i - 1; p >= 0; p--) {
        ends[i] = (ends[i] + multiplyModulo(ends[p], choices[covered], PRIME)) % PRIME;
        if (p > 0 && covers(p)) covered++;
      }
    }
  }
  return ends.slice(1).reduce((sum, count) => (sum + count) % PRIME, 0);
}

/** Element by element, over all values up to N²: the sequences whose greatest value is v. O(N³). */
function countByValues({ L, R }: Ranges): number {
  const largest = Math.max(...R);
  // withGreatest[v], v = 0 for none; prefix sums are carried along.
  let withGreatest = new Array<number>(largest + 1).fill(0);
  withGreatest[0] = 1;
  for (const [i, low] of L.entries()) {
    const next = [...withGreatest];
    let below = 0;
    for (let value = 0; value <= R[i]; value++) {
      if (value >= low) next[value] = (next[value] + below) % PRIME;
      below = (below + withGreatest[value]) % PRIME;
    }
    withGreatest = next;
  }
  return withGreatest.slice(1).reduce((sum, count) => (sum + count) % PRIME, 0);
}
