import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import {
  bigIntegerFrom,
  integerFrom,
  integersFrom,
  sizeFrom,
} from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** N² additions of counts of N bits. */
const MAX_N = 500;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, 1),
  D: integerFrom(0, MAX_N),
  reference_answer: bigIntegerFrom(1n),
}).check(
  lengths("N", "A"),
  holds("D", ({ N, D }) => D < N, "must be less than N"),
);

interface Signal {
  A: readonly number[];
  D: number;
}

/** At level 0 the only arrays of four bits that are drawn are 0011 and 1100, whose answer is 2. */
export const transmissionDelay = defineEnvironment({
  id: "TransmissionDelay",
  title: "Arrays after bounded delays",
  summary:
    "Count the distinct binary arrays reachable by permutations that move each index by at most D.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const probability = random.unit();
      const A = Array.from({ length: N }, () => (random.chance(probability) ? 0 : 1));
      const ones = sum(A);
      if (ones < 2 || ones > N - 2) return undefined;
      const largest = largestDelay(A);
      if (largest < 1) return undefined;
      const D = random.integer(1, largest);
      return { N, A, D, reference_answer: countArrays({ A, D }) };
    });
  },

  prompt: ({ N, A, D }) =>
    `Here is an array A of ${N} bits, with indices from 1 to ${N}:
${formatIndexed("A", A, 1)}

A permutation P of the indices from 1 to ${N} with |i − P(i)| ≤ ${D} for every i turns A into the array A′ with A′[i] = A[P(i)].

How many different arrays A′ can arise?

Answer with the number of arrays as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, countFromBehind),
});

/** The places of a symbol, counted from 1. */
function placesOf(A: readonly number[], symbol: number): number[] {
  return A.flatMap((bit, index) => (bit === symbol ? [index + 1] : []));
}

/** The longest delay that leaves some structure: by the gaps before, between and behind equal symbols. */
function largestDelay(A: readonly number[]): number {
  return Math.max(
    ...[0, 1].flatMap((symbol) => {
      const places = placesOf(A, symbol);
      const between = places.slice(1).map((place, t) => Math.floor((place - places[t] - 2) / 2));
      return [places[0] - 2, A.length - 1 - places[places.length - 1], ...between];
    }),
  );
}

/**
 * Equal symbols may keep their order: the t-th 0 of A′ must lie within D of the t-th 0 of A, and so
 * must the t-th 1. From the front, by how many 0s are placed. O(N²) additions.
 */
function countArrays({ A, D }: Signal): bigint {
  const [zeros, ones] = [placesOf(A, 0), placesOf(A, 1)];
  // ways[z]: with z zeros among the places so far.
  let ways = new Array<bigint>(zeros.length + 1).fill(0n);
  ways[0] = 1n;
  for (let place = 1; place <= A.length; place++) {
    const next = new Array<bigint>(zeros.length + 1).fill(0n);
    for (const [z, count] of ways.entries()) {
      if (count === 0n) continue;
      const isNear = (from: number | undefined) =>
        from !== undefined && Math.abs(from - place) <= D;
      if (isNear(zeros[z])) next[z + 1] += count;
      if (isNear(ones[place - 1 - z])) next[z] += count;
    }
    ways = next;
  }
  return ways[zeros.length];
}

/** The same on the array read backwards with its symbols exchanged. */
function countFromBehind({ A, D }: Signal): bigint {
  return countArrays({ A: A.toReversed().map((bit) => 1 - bit), D });
}
