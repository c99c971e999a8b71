import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** The states of the last N + 1 cells grow by 1.6 with each N: here they take some seconds. */
const MAX_N = 18;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("K", ({ N, K }) => K <= Math.ceil(N / 2) ** 2, "must be at most ⌈N/2⌉²"));

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
 * Cell by cell, row by row: the state is which of the last N + 1 cells hold a king, as a mask; the
 * counts for 0, 1, … kings are packed into one big integer, so that a further king is a shift.
 * O(N² · states) additions, the states being the masks without neighbours.
 */
function countByKings(N: number): bigint[] {
  const largest = Math.ceil(N / 2) ** 2;
  // No count exceeds the number of all placements, below 2^(N²/2).
  const width = BigInt(Math.ceil(N ** 2 / 2) + 8);
  const window = (1 << (N + 1)) - 1;
  let states = new Map([[0, 1n]]);
  for (let cell = 0; cell < N * N; cell++) {
    const column = cell % N;
    // Bit 0 is the cell before, bit N − 1 the one above, bits N − 2 and N its neighbours.
    let attackers = 1 << (N - 1);
    if (column > 0) attackers |= 1 | (1 << N);
    if (column < N - 1) attackers |= 1 << (N - 2);
    const next = new Map<number, bigint>();
    for (const [mask, counts] of states) {
      const empty = (mask << 1) & window;
      next.set(empty, (next.get(empty) ?? 0n) + counts);
      if ((mask & attackers) !== 0) continue;
      next.set(empty | 1, (next.get(empty | 1) ?? 0n) + (counts << width));
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
