import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { BinomialsModulo } from "../toolkit/numbers/binomials.ts";
import { stirlingSecondRow } from "../toolkit/numbers/combinatorial-numbers.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const PRIME = 1_000_000_007;
/** Far beyond any use; the bound keeps every accepted instance solved within a second. */
const LARGEST_N = 1_000;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST_N), MAX_R: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST_N),
  R: integerFrom(2, LARGEST_N),
  reference_answer: integerFrom(0, PRIME - 1),
}).check(holds("R", ({ N, R }) => R <= N, "must be at most N"));

/** N and R are all that distinguishes problems: there are 6 of them at level 0, 30 at level 3. */
export const stirlingSecond = defineEnvironment({
  id: "StirlingSecond",
  title: "Filling distinct boxes",
  summary:
    "Count ways to put N distinct balls into R distinct boxes with none empty, modulo 1000000007.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 7, MAX_R: 2 }),

  generate({ MAX_N, MAX_R }, random) {
    const N = random.integer(2, MAX_N);
    const R = random.integer(2, Math.min(N, MAX_R));
    return { MAX_N, MAX_R, N, R, reference_answer: countFillings(N, R) };
  },

  prompt: ({ N, R }) =>
    `There are ${formatCount(N, "distinct ball")} and ${R} distinct boxes.

In how many ways can all balls be put into the boxes so that no box stays empty? The order of the balls within a box does not matter. Give this number modulo ${PRIME}.

Answer with the remainder as one integer from 0 to ${PRIME - 1}, like this: r`,

  ...exactRemainder(PRIME, fillingsByRecurrence),
});

/**
 * Surjections of N balls onto R boxes: inclusion and exclusion over the boxes that stay empty,
 * Σ (−1)^k · C(R, k) · (R − k)^N. O(R log N).
 */
function countFillings(N: number, R: number): number {
  const binomials = new BinomialsModulo(R, PRIME);
  let total = 0;
  for (let empty = 0; empty < R; empty++) {
    const ways = multiplyModulo(
      binomials.choose(R, empty),
      powerModulo(R - empty, N, PRIME),
      PRIME,
    );
    total = remainder(total + (empty % 2 === 0 ? ways : -ways), PRIME);
  }
  return total;
}

/** R! · S(N, R) by the recurrence of the Stirling numbers, exactly, as a proof of the above. O(N²). */
function fillingsByRecurrence({ N, R }: { N: number; R: number }): number {
  let fillings = stirlingSecondRow(N)[R];
  for (let box = 2; box <= R; box++) fillings *= BigInt(box);
  return Number(fillings % BigInt(PRIME));
}
