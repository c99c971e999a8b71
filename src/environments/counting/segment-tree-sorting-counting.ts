import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { factorial } from "../toolkit/numbers/binomials.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { permutation } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

/**
 * An instance has 2^N numbers: beyond, a prompt has megabytes, 32 of them at N = 22 (level 20). Counting
 * takes linear time; it is the problem itself that is too long.
 */
const MAX_N = 18;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integers.max(2 ** MAX_N),
  reference_answer: bigIntegerFrom(0n),
}).check(permutation("A", ({ N }) => 2 ** N, 1));

/**
 * An instance has 2^N numbers (the specification wants it so): from level 10 on prompts are long.
 * Level 16 is the last. At level 0 there are eleven problems, with answers from 1 to 3.
 */
export const segmentTreeSortingCounting = defineEnvironment({
  id: "SegmentTreeSortingCounting",
  title: "Sorting by block swaps",
  summary:
    "Count operation sequences, each block size used at most once, that sort a permutation of 2^N numbers.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),

  generate({ N }, random) {
    const A = Array.from({ length: 2 ** N }, (_, index) => index + 1);
    for (const type of random.distinctIntegers(random.integer(1, N), 1, N)) {
      const size = 2 ** (type - 1);
      const [a, b] = random.distinctIntegers(2, 0, 2 ** N / size - 1);
      swapBlocks(A, size, a, b);
    }
    return { N, A, reference_answer: countSortings(N, A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of 2^${N} = ${A.length} integers, with indices from 1 to ${A.length}, a permutation of the integers from 1 to ${A.length}:
${A.join(" ")}

There are ${N} types of operations. Each cuts the array into consecutive blocks of equal size and swaps any two of these blocks:
${formatLines(Array.from({ length: N }), (_, type) => `- type ${type + 1}: ${2 ** (N - type)} blocks of size ${2 ** type}`)}

A sequence of operations uses each type at most once, in any order; it may also be empty. Two sequences are different if they differ in length, or at some place in the type of the operation or in the pair of blocks swapped (the order of the two blocks does not matter).

How many sequences of operations bring the array into ascending order?

Answer with the exact number of sequences as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A, { base: 1 }),

  ...nearBigInteger({ beta: 10, least: 0 }, ({ N, A }: { N: number; A: readonly number[] }) =>
    countSortings(N, A),
  ),
});

/** Swaps the blocks number a and b, counted from 0. */
function swapBlocks(A: number[], size: number, a: number, b: number): void {
  for (let offset = 0; offset < size; offset++) {
    const [i, j] = [a * size + offset, b * size + offset];
    [A[i], A[j]] = [A[j], A[i]];
  }
}

/**
 * The order of the types does not matter but for which blocks hold what: k types in ascending order
 * stand for k! sequences. Once a type is decided, each aligned block of twice its size must be a run of
 * consecutive integers; with more than two that are not, no swap helps, so that few branches remain.
 * O(2^N) times these branches.
 */
function countSortings(N: number, A: readonly number[]): bigint {
  const array = [...A];
  let total = 0n;

  /** The pairs of blocks of the type's size, aligned, that do not fit together; up to three of them. */
  function misfits(type: number): number[] {
    const size = 2 ** (type - 1);
    const pairs: number[] = [];
    for (let pair = 0; pair * 2 * size < array.length && pairs.length < 3; pair++) {
      const start = pair * 2 * size;
      if (array[start + size] !== array[start] + size) pairs.push(pair);
    }
    return pairs;
  }

  function search(type: number, used: number): void {
    if (type > N) {
      if (array[0] === 1) total += factorial(used);
      return;
    }
    const size = 2 ** (type - 1);
    const pairs = misfits(type);
    if (pairs.length === 0) {
      search(type + 1, used);
      // Swapping two blocks that fit leaves misfits, but for the two halves of one pair: never a run.
      return;
    }
    if (pairs.length > 2) return;
    const blocks = pairs.flatMap((pair) => [2 * pair, 2 * pair + 1]);
    for (const [index, a] of blocks.entries()) {
      for (const b of blocks.slice(index + 1)) {
        swapBlocks(array, size, a, b);
        if (misfits(type).length === 0) search(type + 1, used + 1);
        swapBlocks(array, size, a, b);
      }
    }
  }

  search(1, 0);
  return total;
}
