import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { powerOfMatrix } from "../toolkit/numbers/matrices.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const GROWTH = 1.5;
/** Twice the largest M is the largest modulus. */
const LARGEST = 2 ** 51;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST), MAX_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST),
  M: integerFrom(2, LARGEST),
  MOD: integerFrom(2, 2 * LARGEST),
  reference_answer: integerFrom(0),
});

/**
 * The answer is 0 for MOD = M and M for MOD = 2M: together two thirds of the problems of level 0,
 * where there are no other answers, and a third at level 3.
 */
export const sameAdjacencyCounting = defineEnvironment({
  id: "SameAdjacencyCounting",
  title: "Sequences with equal neighbours",
  summary:
    "Count length-N sequences over M symbols having at least one equal adjacent pair, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 7, MAX_M: 2 }, ({ MAX_N, MAX_M }) => ({
    MAX_N: grow(MAX_N, GROWTH),
    MAX_M: grow(MAX_M, GROWTH),
  })),

  generate({ MAX_N, MAX_M }, random) {
    const N = random.integer(2, MAX_N);
    const M = random.integer(2, MAX_M);
    const MOD = random.integer(M, 2 * M);
    return { MAX_N, MAX_M, N, M, MOD, reference_answer: countSequences(N, M, MOD) };
  },

  prompt: ({ N, M, MOD }) =>
    `Consider the sequences of ${N} integers, each from 1 to ${M}.

How many of them have two neighbouring elements that are equal, at one place at least? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ N, M, MOD }: { N: number; M: number; MOD: number }) =>
    countByTransitions(N, M, MOD),
  ),
});

/** All sequences without those whose neighbours all differ: M^N − M · (M − 1)^(N − 1). O(log N). */
function countSequences(N: number, M: number, modulus: number): number {
  const differing = multiplyModulo(M % modulus, powerModulo(M - 1, N - 1, modulus), modulus);
  return remainder(powerModulo(M, N, modulus) - differing, modulus);
}

/**
 * Element by element, with two states: all neighbours differ so far, or two were equal. A further
 * element equals the last in 1 of M cases. O(log N) by a power of the 2 × 2 matrix.
 */
function countByTransitions(N: number, M: number, modulus: number): number {
  const step = [
    [(M - 1) % modulus, 1 % modulus],
    [0, M % modulus],
  ];
  const [[, toEqual]] = powerOfMatrix(step, N - 1, modulus);
  return multiplyModulo(M % modulus, toEqual, modulus);
}
