import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Counts have about N/2 bits, and the exact powers of them stay quick. */
const LARGEST_N = 200_000;

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  reference_answer: bigIntegerFrom(1n),
});

/**
 * There are eight problems at level 0 and 31 at level 3. At level 20 answers have up to 7,200
 * digits, more than most models can write.
 */
export const noDoubleTripleCounting = defineEnvironment({
  id: "NoDoubleTripleCounting",
  title: "Subsets without doubles and triples",
  summary: "Count subsets of 1..N in which no element is twice or three times another.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 10 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(3, MAX_N);
    return { MAX_N, N, reference_answer: countSubsets(N, independentSetsByRows) };
  },

  prompt: ({ N }) =>
    `How many subsets S of the integers from 1 to ${N} are there such that, for every x in S, neither 2·x nor 3·x is in S? The empty set counts, too.

Answer with the exact number of subsets as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, ({ N }: { N: number }) =>
    countSubsets(N, independentSetsByCells),
  ),
});

/**
 * The numbers fall apart into the grids x · 2^i · 3^j for the x that have no factor 2 or 3; neighbours
 * in a grid exclude each other. Grids with the same ⌊N/x⌋ have the same shape: each shape is counted
 * once, to the power of how many x have it.
 */
function countSubsets(N: number, independentSets: (limit: number) => bigint): bigint {
  const shapes = new Map<number, bigint>();
  for (let x = 1; x <= N; x += x % 6 === 1 ? 4 : 2) {
    const limit = Math.floor(N / x);
    shapes.set(limit, (shapes.get(limit) ?? 0n) + 1n);
  }
  let product = 1n;
  for (const [limit, count] of shapes) product *= independentSets(limit) ** count;
  return product;
}

/** The lengths of the rows of the grid of 2^i · 3^j up to the limit: a row for each power of 2. */
function rowLengths(limit: number): number[] {
  const lengths: number[] = [];
  for (let power = 1; power <= limit; power *= 2) {
    let length = 0;
    for (let value = power; value <= limit; value *= 3) length++;
    lengths.push(length);
  }
  return lengths;
}

/** Row by row, over the masks of a row without neighbours. O(rows · masks²), at most 12 bits. */
function independentSetsByRows(limit: number): bigint {
  let ways = new Map([[0, 1n]]);
  for (const length of rowLengths(limit)) {
    const next = new Map<number, bigint>();
    for (let mask = 0; mask < 1 << length; mask++) {
      if ((mask & (mask << 1)) !== 0) continue;
      let total = 0n;
      for (const [above, count] of ways) if ((above & mask) === 0) total += count;
      next.set(mask, total);
    }
    ways = next;
  }
  let total = 0n;
  for (const count of ways.values()) total += count;
  return total;
}

/** Cell by cell: the state holds whether each cell is taken that a later one touches. */
function independentSetsByCells(limit: number): bigint {
  let states = new Map([["", 1n]]);
  for (const [row, length] of rowLengths(limit).entries()) {
    for (let column = 0; column < length; column++) {
      const next = new Map<string, bigint>();
      for (const [state, count] of states) {
        const isFree =
          (row === 0 || state[column] !== "1") && (column === 0 || state[column - 1] !== "1");
        for (const taken of isFree ? ["0", "1"] : ["0"]) {
          const after = state.slice(0, column) + taken + state.slice(column + 1);
          next.set(after, (next.get(after) ?? 0n) + count);
        }
      }
      states = next;
    }
  }
  let total = 0n;
  for (const count of states.values()) total += count;
  return total;
}
