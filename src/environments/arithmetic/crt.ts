import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigExtendedGcd } from "../toolkit/numbers/extended-gcd.ts";
import { remainder } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

const congruences = satisfying({ beta: 10, unit: "congruences hold" });

const Parameters = z.object({ MAX_X: sizeFrom(2, 2 ** 52), M: sizeFrom(1, 10_000) });
const Instance = instanceOf(Parameters, {
  B: integersFrom(2).min(1),
  X_mod_B: integersFrom(0),
  reference_answer: bigIntegerFrom(0n),
}).check(
  distinct("B"),
  holds("B", ({ B, M }) => B.length <= M, "must not be longer than M"),
  holds("X_mod_B", ({ B, X_mod_B }) => X_mod_B.length === B.length, "must be as long as B"),
  holds(
    "reference_answer",
    ({ B, X_mod_B, reference_answer }) => countHolding(reference_answer, B, X_mod_B) === B.length,
    "must satisfy all congruences",
  ),
);

/**
 * At level 0 the drawn x is 2, 3, 4 or 5, so that each of them is right in a quarter of the problems or
 * more.
 */
export const crt = defineEnvironment({
  id: "CRT",
  title: "System of congruences",
  summary: "Find a non-negative integer satisfying all given congruences.",
  reward: `${congruences.words}; ${malformedWords("negative")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { MAX_X: 5, MAX_M: 2 },
    ({ MAX_X, MAX_M }, update) =>
      update % 3 === 0 ? { MAX_X, MAX_M: MAX_M + 1 } : { MAX_X: Math.floor(1.5 * MAX_X), MAX_M },
    ({ MAX_X, MAX_M }) =>
      Array.from({ length: MAX_M - 1 }, (_, index) => ({ MAX_X, M: index + 2 })),
  ),

  generate({ MAX_X, M }, random) {
    const X = random.integer(2, MAX_X);
    const B = random.distinctIntegers(Math.min(M, X - 1), 2, X);
    const X_mod_B = B.map((modulus) => X % modulus);
    return { MAX_X, M, B, X_mod_B, reference_answer: BigInt(X) };
  },

  prompt: ({ B, X_mod_B }) =>
    `An integer x ≥ 0 has these remainders:
${formatLines(B, (modulus, index) => `x mod ${modulus} = ${X_mod_B[index]}`)}

Find such an x; where there are several, any of them will do.

Answer with one integer, like this: x`,

  answer: bigInteger,

  score(x, { B, X_mod_B }) {
    if (x < 0n) return malformed("negative");
    return congruences.verdict(countHolding(x, B, X_mod_B), B.length);
  },

  solve: ({ B, X_mod_B }) => String(mergeCongruences(B, X_mod_B)),
});

function countHolding(x: bigint, B: readonly number[], X_mod_B: readonly number[]): number {
  return B.filter((modulus, index) => Number(x % BigInt(modulus)) === X_mod_B[index]).length;
}

/** The least solution ≥ 0: one congruence after the other is merged by extended Euclid, O(M log MAX_X). */
function mergeCongruences(B: readonly number[], X_mod_B: readonly number[]): bigint {
  let [x, period] = [0n, 1n];
  for (const [index, value] of B.entries()) {
    const modulus = BigInt(value);
    const [common, inverse] = bigExtendedGcd(period, modulus);
    const steps = ((BigInt(X_mod_B[index]) - x) / common) * inverse;
    x += period * remainder(steps, modulus / common);
    period *= modulus / common;
  }
  return x;
}
