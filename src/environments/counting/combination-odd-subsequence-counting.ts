import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** The counts stay safe, and the quadratic methods quick. */
const MAX_N = 4_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "A"),
  within("A", 1, ({ N }) => 2 * N - 1),
  distinct("A"),
);

/** At level 0 the answer is 0 in half of the problems and 1 in 40 %. */
export const combinationOddSubsequenceCounting = defineEnvironment({
  id: "CombinationOddSubsequenceCounting",
  title: "Subsequences with odd binomials",
  summary:
    "Count subsequences of length at least 2 whose consecutive binomials C(a[i], a[i+1]) are all odd.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.distinctIntegers(N, 1, 2 * N - 1);
    return { N, A, reference_answer: countSubsequences(A) };
  },

  prompt: ({ N, A }) =>
    `Here is a sequence of ${N} distinct positive integers:
${A.join(" ")}

A subsequence keeps some of the integers in their order; they need not be neighbours in the sequence. Of a subsequence a[1], a[2], …, a[k], consider the product of the binomial coefficients C(a[1], a[2]) · C(a[2], a[3]) · … · C(a[k − 1], a[k]), where C(n, m) is the number of ways to choose m of n things, which is 0 for m > n.

How many subsequences of at least 2 integers have an odd product?

Answer with the number of subsequences as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, ({ A }: { A: readonly number[] }) => countFromFront(A)),
});

/**
 * C(n, m) is odd exactly if m is a submask of n (Lucas, Kummer). From the last element back, the
 * subsequences that begin with an element, found over its submasks. O(N^(log₂ 3)).
 */
function countSubsequences(A: readonly number[]): number {
  const beginningWith = new Float64Array(2 ** Math.ceil(Math.log2(2 * A.length)));
  let total = 0;
  for (const value of A.toReversed()) {
    let longer = 0;
    for (let mask = (value - 1) & value; mask > 0; mask = (mask - 1) & value) {
      longer += beginningWith[mask];
    }
    beginningWith[value] = 1 + longer;
    total += longer;
  }
  return total;
}

/** From the first element on, the subsequences that end with an element, pair by pair. O(N²). */
function countFromFront(A: readonly number[]): number {
  const endingWith: number[] = [];
  for (const [index, value] of A.entries()) {
    let count = 1;
    for (let before = 0; before < index; before++) {
      if ((A[before] & value) === value) count += endingWith[before];
    }
    endingWith.push(count);
  }
  return sum(endingWith) - A.length;
}
