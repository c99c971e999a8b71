import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const BIT_COUNTS = Array.from({ length: 20 }, (_, index) => index + 1);
/** Bitwise operators work on signed 32-bit integers. */
const MAX_M = 30;
/** The interval DP takes M · N³ steps. */
const MAX_N = 150;

const Parameters = z.object({ N: sizeFrom(2, MAX_N), M: sizeFrom(1, MAX_M) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  reference_answer: bigIntegerFrom(0n),
}).check(
  lengths("N", "A"),
  holds("A", ({ A, M }) => A.every((value) => value < 2 ** M), "must be less than 2^M each"),
);

interface Sequence {
  A: readonly number[];
  M: number;
}

export const andOrSequenceCounting = defineEnvironment({
  id: "AndOr_Sequence_Counting",
  title: "AND rising, OR falling",
  summary: "Count arrays B such that A[i]&B[i] never decreases and A[i]|B[i] never increases.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 2 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => BIT_COUNTS.map((M) => ({ N, M })),
  ),

  generate({ N, M }, random) {
    const A = random.integers(N, 0, 2 ** M - 1);
    return { N, M, A, reference_answer: countSequences({ A, M }) };
  },

  prompt: ({ N, M, A }) =>
    `Here is an array A of ${N} integers, with indices from 0 to ${N - 1}:
${formatIndexed("A", A)}

Count the arrays B of ${N} integers that satisfy all of these conditions, where AND and OR are the bitwise operations:
- 0 ≤ B[i] < 2^${M} = ${2 ** M} for every i from 0 to ${N - 1}.
- (A[i] AND B[i]) ≤ (A[i + 1] AND B[i + 1]) for every i from 0 to ${N - 2}.
- (A[i] OR B[i]) ≥ (A[i + 1] OR B[i + 1]) for every i from 0 to ${N - 2}.

Answer with the exact number of such arrays as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countByTopBit),
});

/**
 * Bits of B where A has a 1 appear in the AND sequence alone, the others in the OR sequence alone:
 * the product of the numbers of AND sequences that never fall and of OR sequences that never rise.
 * The complements of the latter never fall, and are submasks of A's complements.
 */
function countSequences({ A, M }: Sequence): bigint {
  const complements = A.map((value) => 2 ** M - 1 - value);
  return countRisingMasks(A, M) * countRisingMasks(complements, M);
}

/**
 * Sequences X with X[i] a submask of A[i] that never fall. f(l, r) over the bits so far, from the
 * lowest: positions l..x take 0 as the next bit and x + 1..r take 1, which A must have there.
 * O(M · N³) additions and products.
 */
function countRisingMasks(A: readonly number[], M: number): bigint {
  const N = A.length;
  // ways[l][r]: for the positions l..r − 1, 1 where empty.
  let ways = Array.from({ length: N + 1 }, () => new Array<bigint>(N + 1).fill(1n));
  for (let bit = 0; bit < M; bit++) {
    const lower = ways;
    ways = lower.map((row) => [...row]);
    for (let l = 0; l < N; l++) {
      for (let r = l + 1; r <= N; r++) {
        let total = lower[l][r];
        for (let x = r - 1; x >= l && ((A[x] >> bit) & 1) === 1; x--) {
          total += lower[l][x] * lower[x][r];
        }
        ways[l][r] = total;
      }
    }
  }
  return ways[0][N];
}

/**
 * The same from the highest bit down: for an interval of positions that agree in all higher bits,
 * the split at which the bit turns from 0 to 1, kept by interval and bit.
 */
function countByTopBit({ A, M }: Sequence): bigint {
  const rising = countFromTop((position, bit) => ((A[position] >> bit) & 1) === 1, A.length, M);
  const falling = countFromTop((position, bit) => ((A[position] >> bit) & 1) === 0, A.length, M);
  return rising * falling;
}

function countFromTop(
  allowsOne: (position: number, bit: number) => boolean,
  N: number,
  M: number,
): bigint {
  const known = new Map<number, bigint>();
  const count = (from: number, to: number, bits: number): bigint => {
    if (from >= to || bits === 0) return 1n;
    const key = (bits * N + from) * (N + 1) + to;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    let total = count(from, to, bits - 1);
    for (let split = to - 1; split >= from && allowsOne(split, bits - 1); split--) {
      total += count(from, split, bits - 1) * count(split, to, bits - 1);
    }
    known.set(key, total);
    return total;
  };
  return count(0, N, M);
}
