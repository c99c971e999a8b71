import { isPrime } from "../../toolkit/numbers/factors.ts";
import { Random } from "../../toolkit/random/random.ts";
import { orbitsOf } from "./exploring.ts";

/** Below, no prime lies between half of the size and its size less 2. */
const SMALLEST_ORBIT = 8;
/** Nearly every product of random generators of a large group has a fitting cycle among so many. */
const MAX_PRODUCTS = 200;

/**
 * Whether the group that permutations generate is proved to act on one of its orbits by all even
 * permutations at least: an element with a cycle of prime length p, n/2 < p < n − 2, among the n
 * elements of a transitive group does so (Jordan 1873: such a group is primitive). Random products are
 * looked through, drawn from a fixed stream, so that the answer is always the same.
 */
export function actsByAllEvenPermutations(
  orbit: readonly number[],
  generators: readonly (readonly number[])[],
): boolean {
  const n = orbit.length;
  if (n < SMALLEST_ORBIT) return false;
  const random = new Random("products of generators");
  let product = generators[0];
  for (let attempt = 0; attempt < MAX_PRODUCTS; attempt++) {
    const next = random.choice(generators);
    product = product.map((position) => next[position]);
    const cycles = orbitsOf(product.length, [product]);
    const isFitting = (cycle: readonly number[]) =>
      2 * cycle.length > n &&
      cycle.length < n - 2 &&
      isPrime(cycle.length) &&
      orbit.includes(cycle[0]);
    if (cycles.some(isFitting)) return true;
  }
  return false;
}
