import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { coefficientOfProduct } from "../toolkit/numbers/long-series.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Subset sums of √(A + B) layers up to A, of large integers. */
const LARGEST = 100_000;

const Parameters = z.object({ MAX_A_B: sizeFrom(1, LARGEST) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(1, LARGEST),
  B: integerFrom(1, LARGEST),
  reference_answer: bigIntegerFrom(1n),
});

interface Blocks {
  A: number;
  B: number;
}

/** At level 0 there are 25 problems, ten of them with the answer 2. */
export const monochromeBlockCounting = defineEnvironment({
  id: "MonochromeBlockCounting",
  title: "Towers of one-coloured layers",
  summary:
    "Count colourings of the tallest tower with layers of 1, 2, 3, … blocks under colour limits.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_A_B: 5 }, ({ MAX_A_B }) => ({ MAX_A_B: grow(MAX_A_B, 1.5) })),

  generate({ MAX_A_B }, random) {
    const A = random.integer(1, MAX_A_B);
    const B = random.integer(1, MAX_A_B);
    return { MAX_A_B, A, B, reference_answer: countTowers(A, B) };
  },

  prompt: ({ A, B }) =>
    `A tower is built of layers: layer 1, at the top, has 1 block, layer 2 has 2 blocks, and so on, so that layer i has i blocks. The blocks of a layer are either all black or all white. In total, at most ${A} black and at most ${B} white blocks may be used.

The tower is to have as many layers as possible. How many different towers with this greatest number of layers are there? Two towers differ if some layer has different colours in them.

Answer with the exact number of towers as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, ({ A, B }: Blocks) => countTowers(A, B)),
});

/**
 * T layers are possible exactly if T(T + 1)/2 ≤ A + B, since the sums of subsets of 1..T leave no gap.
 * Towers are subsets of layers, those of the scarcer colour, whose sum is at most its blocks and leaves
 * no more than there are of the other: the window of these sums, one coefficient of its polynomial
 * times the product of 1 + x^layer. O(T · min(A, B)) additions.
 */
function countTowers(A: number, B: number): bigint {
  if (A > B) return countTowers(B, A);
  let T = 0;
  while (((T + 1) * (T + 2)) / 2 <= A + B) T++;
  const fewest = Math.max(0, (T * (T + 1)) / 2 - B);
  const window = new Array<number>(A - fewest + 1).fill(1);
  return coefficientOfProduct(
    window,
    Array.from({ length: T }, (_, index) => index + 1),
    false,
    A,
  );
}
