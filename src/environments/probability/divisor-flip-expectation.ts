import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { divisorsOf } from "../toolkit/numbers/factors.ts";
import { inverseModulo, multiplyModulo } from "../toolkit/numbers/modular.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const PRIME = 1_000_000_007;
/** Solving takes exact fractions of N steps. */
const MAX_N = 2_000;

const Parameters = z.object({ N: sizeFrom(1, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(0, MAX_N),
  /** Entry 0 is null: lights are counted from 1. */
  state: z.tuple([z.null()], z.int().min(0).max(1)),
  reference_answer: integerFrom(0, PRIME - 1),
}).check(
  holds("state", ({ N, state }) => state.length === N + 1, "must have N + 1 entries"),
  holds("K", ({ N, K }) => K <= N, "must be at most N"),
);

interface Lights {
  N: number;
  K: number;
  state: readonly (number | null)[];
}

export const divisorFlipExpectation = defineEnvironment({
  id: "DivisorFlipExpectation",
  title: "Random presses of divisor switches",
  summary:
    "Expected presses to turn off N lights with divisor switches, random play then optimal finish; times N! mod p.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(0, N);
    const probability = random.unit();
    const lights = Array.from({ length: N }, () => (random.chance(probability) ? 1 : 0));
    const state: [null, ...number[]] = [null, ...lights];
    return { N, K, state, reference_answer: expectedPresses({ N, K, state }) };
  },

  prompt: ({ N, K, state }) =>
    `There are ${N} lights and ${N} switches, both numbered from 1 to ${N}. Pressing switch i toggles every light whose number divides i (1 and i included): those that are on go off, those that are off go on. At first, the lights 1 to ${N} are in these states (1: on, 0: off):
${state.slice(1).join(" ")}

The goal is to turn all lights off. As long as ${K === 0 ? "a light is on" : `at least ${K + 1} presses would be needed for that`}, a switch is chosen uniformly at random from all ${N} and pressed.${K === 0 ? "" : ` As soon as ${K === 1 ? "one press suffices, it is made" : `${K} or fewer presses suffice, the lights are turned off with the fewest presses possible`}.`}

Let E be the expected total number of presses. E · ${N}! (E times the factorial of ${N}) is an integer; give it modulo ${PRIME}.

Answer with the remainder as one integer from 0 to ${PRIME - 1}, like this: r`,

  picture: ({ state }) => rowPicture(state.slice(1), { base: 1 }),

  ...exactRemainder(PRIME, expectedExactly),
});

/**
 * Each state has a unique set of switches that clears it: from the highest light down, a light that is
 * on needs its own switch. Its size says how many presses are needed.
 */
function pressesNeeded({ N, state }: Lights): number {
  const isOn = [...state];
  let presses = 0;
  for (let light = N; light >= 1; light--) {
    if (isOn[light] !== 1) continue;
    presses++;
    for (const divisor of divisorsOf(light)) isOn[divisor] = 1 - (isOn[divisor] ?? 0);
  }
  return presses;
}

/**
 * A random press removes one of the i needed switches with i/N and adds one otherwise: the expected
 * presses from i needed ones to i − 1 are f(i) = 1 + (N − i)(f(i + 1) + 1)/i, with f(N) = 1.
 * O(N log p).
 */
function expectedPresses(lights: Lights): number {
  const { N, K } = lights;
  const needed = pressesNeeded(lights);
  let [presses, f] = [Math.min(needed, K), 1];
  for (let i = N; i > K; i--) {
    if (i < N) {
      const more = multiplyModulo(N - i, f + 1, PRIME);
      f = (1 + multiplyModulo(more, inverseModulo(i, PRIME), PRIME)) % PRIME;
    }
    if (i <= needed) presses = (presses + f) % PRIME;
  }
  for (let factor = 2; factor <= N; factor++) presses = multiplyModulo(presses, factor, PRIME);
  return presses;
}

/** The same times N! from the beginning: f(i) · N! are integers, divided exactly. */
function expectedExactly(lights: Lights): number {
  const { N, K } = lights;
  const needed = pressesNeeded(lights);
  let factorial = 1n;
  for (let factor = 2n; factor <= BigInt(N); factor++) factorial *= factor;
  let presses = BigInt(Math.min(needed, K)) * factorial;
  let f = factorial;
  for (let i = N; i > K; i--) {
    if (i < N) f = factorial + (BigInt(N - i) * (f + factorial)) / BigInt(i);
    if (i <= needed) presses += f;
  }
  return Number(presses % BigInt(PRIME));
}
