import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/**
 * The states grow by 1.5 with each N, the cells and what each state keeps by N² each: here they take half
 * a second. At N = 23 (level 20) 7,000 states hold 40,000 bits each, through 529 cells: some ten seconds
 * for the first problem of a size. No closed form is known; published counts come by such profiles, too.
 */
const MAX_N = 18;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("K", ({ N, K }) => K <= Math.ceil(N / 2) ** 2, "must be at most ⌈N/2⌉²"));

/**
 * Only K is drawn: there are two problems at level 0, nine at level 3 and 42 at level 10. Level 15
 * is the last. The first problem of a size takes some 40 ms at level 12 and half a second at level
 * 15, all others microseconds.
 */
export const royalLockCounting = defineEnvironment({
  id: "RoyalLockCounting",
  title: "Kings that do not attack each other",
  summary: "Count placements of K indistinguishable, mutually non-attacking kings on an N×N board.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(1, Math.max(1, Math.floor(N ** 2 / 4)));
    return { N, K, reference_answer: countPlacements({ N, K }) };
  },

  prompt: ({ N, K }) =>
    `A chessboard has ${N} rows and ${N} columns. ${K === 1 ? "1 king is" : `${K} kings are`} to be placed on ${K === 1 ? "a square" : `${K} different squares`} so that no king attacks another: a king attacks the up to eight squares that touch its own horizontally, vertically or diagonally.

In how many ways can this be done? The kings are indistinguishable: a way is the set of occupied squares.

Answer with the exact number of ways as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countPlacements),
});

/** The counts for all numbers of kings on boards of one size, by N: they serve every K. */
const countsBySize = new Map<number, readonly bigint[]>();

function countPlacements({ N, K }: { N: number; K: number }): bigint {
  const known = countsBySize.get(N) ?? countByKings(N);
  countsBySize.set(N, known);
  return known[K] ?? 0n;
}

/**
 * Cell by cell, row by row: the state is which of the cells ahead are attacked, as a mask of the next
 * N + 2; boards whose kings attack the same are one, which leaves 1.47^N states. The counts for
 * 0, 1, … kings are packed into one big integer, so that a further king is a shift. O(N² · 1.47^N)
 * additions.
 */
function countByKings(N: number): bigint[] {
  const largest = Math.ceil(N / 2) ** 2;
  // No count exceeds the number of all placements, below 2^(N²/2).
  const width = BigInt(Math.ceil(N ** 2 / 2) + 8);
  let states = new Map([[0, 1n]]);
  for (let cell = 0; cell < N * N; cell++) {
    const column = cell % N;
    // Bit 0 is the cell itself, bit 1 the next, bit N the one below, bits N ± 1 its neighbours.
    let attacked = 1 << N;
    if (column > 0) attacked |= 1 << (N - 1);
    if (column < N - 1) attacked |= (1 << 1) | (1 << (N + 1));
    const next = new Map<number, bigint>();
    const add = (mask: number, counts: bigint) =>
      next.set(mask >> 1, (next.get(mask >> 1) ?? 0n) + counts);
    for (const [mask, counts] of states) {
      add(mask, counts);
      if ((mask & 1) === 0) add(mask | attacked, counts << width);
    }
    states = next;
  }
  let packed = 0n;
  for (const counts of states.values()) packed += counts;
  const field = (1n << width) - 1n;
  return Array.from(
    { length: largest + 1 },
    (_, kings) => (packed >> (width * BigInt(kings))) & field,
  );
}
