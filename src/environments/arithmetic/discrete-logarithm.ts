import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { bigPowerModulo, multiplyModulo, powerModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { malformed, malformedWords, partial } from "../toolkit/scoring/verdicts.ts";

const exponent = minimising({ beta: 2 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_Z = 10 ** 10;

const Parameters = z.object({ MAX_Z: sizeFrom(2, LARGEST_Z) });
const Instance = instanceOf(Parameters, {
  X: integerFrom(1, LARGEST_Z),
  Y: integerFrom(0),
  Z: integerFrom(2, LARGEST_Z),
  K: integerFrom(0, LARGEST_Z),
  reference_answer: integerFrom(0),
}).check(
  holds(
    "reference_answer",
    ({ X, Z, K, reference_answer }) => powerModulo(X % Z, reference_answer, Z) === K,
    "must be an exponent of K",
  ),
);

/**
 * Powers often recur soon, and then the least exponent is small: 1 is right in 56 % of the problems of
 * level 0, 44 % at level 3 and a quarter at level 10.
 */
export const discreteLogarithm = defineEnvironment({
  id: "DiscreteLogarithm",
  title: "Smallest discrete logarithm",
  summary: "Find the smallest y ≥ 0 with X^y ≡ K modulo Z.",
  reward: `${exponent.words}, 0 for no solution; ${malformedWords("negative")}`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["Y"],
  levels: recurrence({ MAX_Z: 10 }, ({ MAX_Z }) => ({ MAX_Z: Math.floor(1.2 * MAX_Z + 1) })),

  generate({ MAX_Z }, random) {
    const Z = random.integer(2, MAX_Z);
    const X = random.integer(2, Z);
    const Y = random.integer(2, Z);
    const K = powerModulo(X % Z, Y, Z);
    return { MAX_Z, X, Y, Z, K, reference_answer: findExponent(X, K, Z) };
  },

  prompt: ({ X, Z, K }) =>
    `Find the smallest integer y ≥ 0 for which ${X}^y leaves the same remainder as ${K} when divided by ${Z}: ${X}^y ≡ ${K} (mod ${Z}). Any number to the power 0 is 1.

Answer with y as one integer, like this: y`,

  answer: bigInteger,

  score(y, { X, Z, K, reference_answer }) {
    if (y < 0n) return malformed("negative");
    const power = bigPowerModulo(BigInt(X), y, BigInt(Z));
    if (power !== BigInt(K % Z)) return partial(0, `X^y leaves remainder ${power}, not ${K}`);
    return exponent.verdict(y, BigInt(reference_answer));
  },

  solve: ({ X, Z, K }) => String(findExponent(X, K, Z)),
});

/**
 * The least y ≥ 0 with base^y ≡ target modulo any modulus ≥ 2, where there is one: what base and
 * modulus have in common is divided out power by power, then baby steps and giant steps meet
 * (Shanks). O(√modulus).
 */
function findExponent(base: number, target: number, modulus: number): number {
  if (target % modulus === 1) return 0;
  let [rest, wanted, scale, steps] = [modulus, target % modulus, 1, 0];
  for (let common = gcd(base, rest); common > 1; common = gcd(base, rest)) {
    rest /= common;
    wanted /= common;
    scale = multiplyModulo(scale % rest, (base / common) % rest, rest);
    steps++;
    if (scale === wanted % rest) return steps;
  }
  const width = Math.ceil(Math.sqrt(rest));
  const babySteps = new Map<number, number>();
  for (let j = 0, value = wanted % rest; j < width; j++) {
    // The largest j of a value leads to the least exponent.
    babySteps.set(value, j);
    value = multiplyModulo(value, base % rest, rest);
  }
  const giantStep = powerModulo(base % rest, width, rest);
  for (let i = 1, value = scale; i <= width + 1; i++) {
    value = multiplyModulo(value, giantStep, rest);
    const j = babySteps.get(value);
    if (j !== undefined) return steps + i * width - j;
  }
  throw new RangeError(`${target} is no power of ${base} modulo ${modulus}`);
}
