import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { factorial } from "../toolkit/numbers/binomials.ts";
import { partitionsOf } from "../toolkit/numbers/combinatorial-numbers.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { inverseModulo, multiplyModulo, powerModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { tally } from "../toolkit/sequences/tally.ts";

const PRIMES = [666_623_333, 998_244_353, 1_000_000_007];
/** There are 204,226 partitions of 50. */
const MAX_N = 50;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(1, countPairs(MAX_N)),
  MOD: z.literal(PRIMES),
  reference_answer: integerFrom(0),
}).check(holds("M", ({ N, M }) => M <= countPairs(N), "must be at most N(N − 1)/2"));

/**
 * Only M and one of three moduli are drawn: there are six problems at level 0 and 42 at level 3.
 */
export const distinctEdgeColoredCompleteGraphCounting = defineEnvironment({
  id: "DistinctEdgeColoredCompleteGraphCounting",
  title: "Edge colourings of a complete graph",
  summary: "Count M-colorings of the edges of K_N up to vertex permutation, modulo a prime.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const M = random.integer(2, countPairs(N));
    const MOD = random.choice(PRIMES);
    return { N, M, MOD, reference_answer: countColourings(N, M, MOD) };
  },

  prompt: ({ N, M, MOD }) =>
    `Each edge of a complete graph on ${N} vertices (any two vertices are joined by an edge) is given one of ${M} colours; not all colours need be used. Two colourings are the same if the vertices can be renumbered so that one becomes the other.

How many different colourings are there? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ N, M, MOD }: { N: number; M: number; MOD: number }) =>
    countExactly(N, M, MOD),
  ),
});

function countPairs(N: number): number {
  return (N * (N - 1)) / 2;
}

/** How many cycles a permutation of vertices with cycles of these lengths makes of the edges. */
function edgeCycles(lengths: readonly number[]): number {
  let cycles = 0;
  for (const [index, length] of lengths.entries()) {
    cycles += Math.floor(length / 2);
    for (let other = 0; other < index; other++) cycles += gcd(length, lengths[other]);
  }
  return cycles;
}

/**
 * Burnside's lemma: the mean number of colourings that a permutation of the vertices leaves as they
 * are, over the cycle types, of which λ has N! / (Π λᵢ · Π multiplicities!) permutations. One step a
 * partition of N, each O(N²).
 */
function countColourings(N: number, M: number, prime: number): number {
  let total = 0;
  for (const lengths of partitionsOf(N)) {
    let denominator = 1;
    for (const length of lengths) denominator = multiplyModulo(denominator, length, prime);
    for (const multiplicity of tally(lengths).values()) {
      for (let k = 2; k <= multiplicity; k++) denominator = multiplyModulo(denominator, k, prime);
    }
    const fixed = powerModulo(M, edgeCycles(lengths), prime);
    total = (total + multiplyModulo(fixed, inverseModulo(denominator, prime), prime)) % prime;
  }
  return total;
}

/** The same sum with exact integers, divided by N! in the end. */
function countExactly(N: number, M: number, prime: number): number {
  let total = 0n;
  for (const lengths of partitionsOf(N)) {
    let permutations = factorial(N);
    for (const length of lengths) permutations /= BigInt(length);
    for (const multiplicity of tally(lengths).values()) permutations /= factorial(multiplicity);
    total += permutations * BigInt(M) ** BigInt(edgeCycles(lengths));
  }
  return Number((total / factorial(N)) % BigInt(prime));
}
