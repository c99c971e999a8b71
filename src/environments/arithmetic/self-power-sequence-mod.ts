import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { factorize, totient } from "../toolkit/numbers/factors.ts";
import { powerModulo } from "../toolkit/numbers/modular.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within milliseconds. */
const LARGEST_MOD = 10 ** 12;

const Parameters = z.object({ MAX_MOD: sizeFrom(3, LARGEST_MOD) });
const Instance = instanceOf(Parameters, {
  MOD: integerFrom(1, LARGEST_MOD),
  reference_answer: integerFrom(0),
});

/** At level 0 there are fourteen problems, of which six have the answer 0 or 1. */
export const selfPowerSequenceMod = defineEnvironment({
  id: "SelfPowerSequenceMOD",
  title: "Infinite tower of twos",
  summary: "Find the value at which the power tower 2^2^2^… becomes constant modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_MOD: 16 }, ({ MAX_MOD }) => ({ MAX_MOD: 2 * MAX_MOD })),

  generate({ MAX_MOD }, random) {
    const MOD = random.integer(3, MAX_MOD);
    return { MAX_MOD, MOD, reference_answer: towerByTotients(MOD) };
  },

  prompt: ({ MOD }) =>
    `A sequence is defined by a(0) = 1 and a(n) = 2^a(n − 1) for every n ≥ 1, so that it goes on 2, 4, 16, 65536, 2^65536 and so on. The remainders of its elements when divided by ${MOD} are all the same from some element on.

Which remainder is it?

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ MOD }: { MOD: number }) => towerByOrders(MOD)),
});

/**
 * The tower T(m) is 2^(T(φ(m)) + φ(m)) modulo m: exponents that are large and equal modulo φ(m) give
 * the same (Euler, for any m). O(√m).
 */
function towerByTotients(m: number): number {
  if (m === 1) return 0;
  const phi = totient(m);
  return powerModulo(2, towerByTotients(phi) + phi, m);
}

/**
 * With the order of 2 modulo the odd part of m instead of φ(m): powers of 2 recur with it from the
 * exponent on that makes them divisible by the even part. O(√m).
 */
function towerByOrders(m: number): number {
  if (m === 1) return 0;
  let [odd, twos] = [m, 0];
  for (; odd % 2 === 0; odd /= 2) twos++;
  const order = orderOfTwo(odd);
  const exponent = towerByOrders(order);
  return powerModulo(2, exponent + order * Math.ceil(twos / order), m);
}

/** The least L ≥ 1 with 2^L ≡ 1: φ of the odd modulus without the primes it does not need. */
function orderOfTwo(odd: number): number {
  let order = totient(odd);
  for (const [prime] of factorize(order)) {
    while (order % prime === 0 && powerModulo(2, order / prime, odd) === 1 % odd) order /= prime;
  }
  return order;
}
