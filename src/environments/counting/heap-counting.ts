import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { binomialByLucas, factorial } from "../toolkit/numbers/binomials.ts";
import { isPrime } from "../toolkit/numbers/factors.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

/** Primes up to PRIME_MULTIPLE · N are drawn. */
const PRIME_MULTIPLE = 5;
/** Lucas' theorem takes O(P) for each of N binomials. */
const LARGEST_N = 2_000;

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(3, LARGEST_N),
  P: integerFrom(2, PRIME_MULTIPLE * LARGEST_N),
  reference_answer: integerFrom(0),
}).check(holds("P", ({ P }) => isPrime(P), "must be a prime"));

/**
 * A small prime often divides the number: 0 is right in a fifth of the problems of low levels and
 * a quarter later.
 */
export const heapCounting = defineEnvironment({
  id: "HeapCounting",
  title: "Heap-ordered permutations",
  summary: "Count permutations of 1..N in binary min-heap order modulo a small prime.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 10 }),

  generate({ MAX_N }, random) {
    const N = random.integer(3, MAX_N);
    const P = random.choice(primesUpTo(PRIME_MULTIPLE * N));
    return { MAX_N, N, P, reference_answer: countHeaps(N, P) };
  },

  prompt: ({ N, P }) =>
    `Consider the permutations ${indexedSeries("p", N, 1)} of the integers from 1 to ${N} with p[i] > p[⌊i/2⌋] for every i from 2 to ${N}, where ⌊i/2⌋ is i/2 rounded down.

How many such permutations are there? Give their number modulo the prime ${P}.

Answer with the remainder as one integer from 0 to ${P - 1}, like this: r`,

  ...exactRemainder("P", ({ N, P }: { N: number; P: number }) =>
    Number(countExactly(N) % BigInt(P)),
  ),
});

/** The number of elements below each position of the heap, itself included; 0 beyond N. O(N). */
function subtreeSizes(N: number): number[] {
  const sizes = new Array<number>(2 * N + 2).fill(0);
  for (let i = N; i >= 1; i--) sizes[i] = 1 + sizes[2 * i] + sizes[2 * i + 1];
  return sizes;
}

/**
 * The least element stands on top; which of the others go to the left is free: the product of
 * C(size − 1, size of the left subtree) over all positions, modulo P by Lucas' theorem, since P may
 * divide factorials. O(N · P).
 */
function countHeaps(N: number, P: number): number {
  const sizes = subtreeSizes(N);
  let heaps = 1 % P;
  for (let i = 1; i <= N; i++) {
    heaps = multiplyModulo(heaps, binomialByLucas(sizes[i] - 1, sizes[2 * i], P), P);
  }
  return heaps;
}

/** The hook length formula for trees: N! over the product of all subtree sizes, exactly. */
function countExactly(N: number): bigint {
  const sizes = subtreeSizes(N);
  let product = 1n;
  for (let i = 1; i <= N; i++) product *= BigInt(sizes[i]);
  return factorial(N) / product;
}
