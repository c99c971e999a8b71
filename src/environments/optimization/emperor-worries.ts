import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { circleEdges, graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** A general needs at most this multiple of N types. */
const A_RANGE = 2;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_K = 5_000;

const Parameters = z.object({ K: sizeFrom(1, LARGEST_K) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, 2 * LARGEST_K + 1),
  A: integersFrom(1, A_RANGE * (2 * LARGEST_K + 1)),
  reference_answer: integerFrom(0),
}).check(
  holds("N", ({ N, K }) => Math.floor(N / 2) === K, "must be 2K or 2K + 1"),
  lengths("N", "A"),
);

export const emperorWorries = defineEnvironment({
  id: "EmperorWorries",
  title: "Medal types around a circle",
  summary: "Fewest types so that each general on a circle gets A[i] types that no neighbour has.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ K: 1 }),

  generate({ K }, random) {
    const N = random.choice([2 * K, 2 * K + 1]);
    const A = random.integers(N, 1, A_RANGE * N);
    // A type goes to at most ⌊N/2⌋ generals. That bound and the one by neighbours can be met.
    const byTotal = Math.ceil(sum(A) / Math.floor(N / 2));
    return { K, N, A, reference_answer: Math.max(mostOfNeighbours(A), byTotal) };
  },

  prompt: ({ N, A }) =>
    `${N} generals, numbered from 0 to ${N - 1}, stand in a circle: each stands next to the one before and the one after, and general ${N - 1} next to general 0. General i is to get medals of A[i] different types:
${formatLines(A, (need, general) => `A[${general}] = ${need}`)}

Two generals who stand next to each other must have no type in common. What is the smallest total number of medal types with which this can be done?

Answer with the number of types as one integer, like this: n`,

  picture: ({ N, A }) => graphPicture(N, circleEdges(N), { notes: A }),

  ...exactInteger(({ A }: { A: readonly number[] }) =>
    leastInteger(mostOfNeighbours(A), sum(A), (count) => isEnough(A, count)),
  ),
});

function mostOfNeighbours(A: readonly number[]): number {
  return A.reduce((most, need, i) => Math.max(most, need + A[(i + 1) % A.length]), 0);
}

/**
 * Whether so many types, no fewer than any two neighbours need, are enough: going round, each
 * general's least and greatest possible number of types in common with the first one; the last
 * one's must be able to be 0. O(N).
 */
function isEnough(A: readonly number[], count: number): boolean {
  const inner = A[0];
  const outer = count - inner;
  let [least, greatest] = [inner, inner];
  for (let i = 1; i < A.length; i++) {
    const outerLeft = outer - (A[i - 1] - greatest);
    [least, greatest] = [Math.max(0, A[i] - outerLeft), Math.min(A[i], inner - least)];
  }
  return least === 0;
}
