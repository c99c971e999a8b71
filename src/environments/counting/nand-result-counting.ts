import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw fast. */
const MAX_N = 1_000;
const MAX_K = 1_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N), K: sizeFrom(1, MAX_K) });
const Instance = instanceOf(Parameters, {
  A: z.array(bigIntegerFrom(0n)),
  L: bigIntegerFrom(0n),
  R: bigIntegerFrom(0n),
  reference_answer: bigIntegerFrom(0n),
}).check(
  lengths("N", "A"),
  holds("A", ({ A, K }) => A.every((value) => value < 2n ** BigInt(K)), "must have at most K bits"),
  holds("R", ({ R, K }) => R < 2n ** BigInt(K), "must have at most K bits"),
  holds("L", ({ L, R }) => L <= R, "must be at most R"),
);

interface Numbers {
  K: number;
  A: readonly bigint[];
  L: bigint;
  R: bigint;
}

/**
 * Few numbers can be obtained where many places agree: the answer is 1 in half of the problems of
 * level 0, and 0 in over a third at level 3 and a sixth at level 20.
 */
export const nandResultCounting = defineEnvironment({
  id: "NANDResultCounting",
  title: "Numbers made by NAND",
  summary:
    "Count the K-bit numbers in a range obtainable from given numbers by combining them with NAND.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3, K: 2 }, ({ N, K }) => ({ N: grow(N), K: K + 1 })),

  generate({ N, K }, random) {
    const componentCount = random.integer(1, K);
    const bits = random.permutation(K);
    let start = 0;
    const components = randomComposition(K, componentCount, random).map((size) => {
      start += size;
      return bits.slice(start - size, start);
    });
    const A = Array.from({ length: N }, () => drawNumber(components, random));
    const ends = [0, 1].map(() => random.bigInteger(0n, 2n ** BigInt(K) - 1n));
    const [L, R] = ends[0] <= ends[1] ? ends : [ends[1], ends[0]];
    return { N, K, A, L, R, reference_answer: countReachable({ K, A, L, R }) };
  },

  prompt: ({ N, K, A, L, R }) =>
    `All numbers here are written with exactly ${K} binary digit${K === 1 ? "" : "s"}, leading zeros included. The NAND of two numbers has a 0 in each place in which both have a 1, and a 1 in all other places: 0 NAND 0 = 1, 0 NAND 1 = 1, 1 NAND 0 = 1, 1 NAND 1 = 0.

Here are ${N} numbers, in decimal:
${A.join(" ")}

They may be combined with NAND in any way: as often as wanted, each number again and again, results with results, also a number with itself. How many different numbers x with ${L} ≤ x ≤ ${R} can be obtained, the ${N} given ones included?

Answer with the number of such x as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countByBasis),
});

/** A number whose components are each all 1, with a probability of its own, or all 0. */
function drawNumber(components: readonly (readonly number[])[], random: Random): bigint {
  const probability = random.unit();
  let value = 0n;
  for (const component of components) {
    if (!random.chance(probability)) continue;
    for (const bit of component) value |= 1n << BigInt(bit);
  }
  return value;
}

/** The classes of places in which each number has the same digit, as masks, the highest place first. */
function classesOf(K: number, A: readonly bigint[]): bigint[] {
  const masks = new Map<string, bigint>();
  for (let bit = BigInt(K) - 1n; bit >= 0n; bit--) {
    const digits = A.map((value) => (value >> bit) & 1n).join("");
    masks.set(digits, (masks.get(digits) ?? 0n) | (1n << bit));
  }
  return [...masks.values()];
}

/**
 * NAND is functionally complete: exactly the numbers that are constant on each class of places can be
 * obtained. O(K · N).
 */
function countReachable({ K, A, L, R }: Numbers): bigint {
  const classes = classesOf(K, A);
  return countUpTo(R, K, classes) - (L === 0n ? 0n : countUpTo(L - 1n, K, classes));
}

/** From the highest place down: a class is decided at its highest place, and then fixed. */
function countUpTo(limit: bigint, K: number, classes: readonly bigint[]): bigint {
  let count = 0n;
  let fixed = 0n; // the number that agrees with the limit so far
  let decided = 0;
  for (let bit = BigInt(K) - 1n; bit >= 0n; bit--) {
    const isOne = ((limit >> bit) & 1n) === 1n;
    const next = classes[decided];
    if (next !== undefined && next >> bit === 1n) {
      decided++;
      // With 0 here, the classes left are free.
      if (isOne) {
        count += 1n << BigInt(classes.length - decided);
        fixed |= next;
      }
      continue;
    }
    const digit = ((fixed >> bit) & 1n) === 1n;
    if (digit === isOne) continue;
    return isOne ? count + (1n << BigInt(classes.length - decided)) : count;
  }
  return count + 1n;
}

/**
 * The obtainable numbers in ascending order are the binary counters over the classes, weighed by their
 * highest places: the greatest one below a limit by bisection.
 */
function countByBasis({ K, A, L, R }: Numbers): bigint {
  const classes = classesOf(K, A);
  const numberOf = (rank: bigint) =>
    classes.reduce(
      (value, mask, index) =>
        ((rank >> BigInt(classes.length - 1 - index)) & 1n) === 1n ? value | mask : value,
      0n,
    );
  const countBelow = (limit: bigint) => {
    let [low, high] = [0n, 1n << BigInt(classes.length)];
    while (low < high) {
      const middle = (low + high) / 2n;
      if (numberOf(middle) < limit) low = middle + 1n;
      else high = middle;
    }
    return low;
  };
  return countBelow(R + 1n) - countBelow(L);
}
