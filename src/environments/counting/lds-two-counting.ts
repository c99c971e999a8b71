import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { binomial } from "../toolkit/numbers/binomials.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

/** Far beyond any use; the bound keeps every accepted draw fast. */
const MAX_N = 10_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integerFrom(1, MAX_N),
  Y: integerFrom(1, MAX_N),
  reference_answer: bigIntegerFrom(1n),
}).check(
  holds("X", ({ N, X }) => X <= N, "must be at most N"),
  holds("Y", ({ N, Y }) => Y <= N, "must be at most N"),
);

interface Entry {
  N: number;
  X: number;
  Y: number;
}

/**
 * Only the entry is drawn: there are 16 problems with five answers at level 0, and 49 with
 * thirteen at level 3.
 */
export const ldsTwoCounting = defineEnvironment({
  id: "LDSTwo_Counting",
  title: "Permutations without three falling elements",
  summary:
    "Count permutations of 1..N with one fixed entry and no decreasing subsequence of length three.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const X = random.integer(1, N);
    const Y = random.integer(1, N);
    return { N, X, Y, reference_answer: countPermutations({ N, X, Y }) };
  },

  prompt: ({ N, X, Y }) =>
    `Count the permutations ${indexedSeries("A", N, 1)} of the integers from 1 to ${N} that satisfy both of these conditions:
- A[${X}] = ${Y}.
- There are no indices a < b < c with A[a] > A[b] > A[c].

Answer with the exact number of such permutations as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countPermutations),
});

/**
 * Permutations without a decreasing subsequence of length 3 are lattice paths that stay on one side
 * of the diagonal; the entry is a point that the path passes. Each half is counted by reflection.
 */
function countPermutations({ N, X, Y }: Entry): bigint {
  const [x, y] = X < Y ? [X, Y] : [Y, X];
  return pathsBelow(0, 0, x - 1, y - 1) * pathsBelow(x, y, N, N);
}

/** Monotone paths from (s, t) to (u, v) that do not cross the diagonal. */
function pathsBelow(s: number, t: number, u: number, v: number): bigint {
  const steps = u - s + v - t;
  return binomial(steps, u - s) - binomial(steps, v + 1 - s);
}
