/**
 * How many pairs (x, y), 1 ≤ x ≤ N and 1 ≤ y ≤ M, have each gcd up to n = min(N, M), at that index:
 * the pairs of multiples of d without those whose gcd is a larger multiple of d, from the largest d
 * down. O(n log n); exact while N · M is a safe integer.
 */
export function pairsByGcd(N: number, M: number): Float64Array {
  const limit = Math.min(N, M);
  const pairs = new Float64Array(limit + 1);
  for (let d = limit; d >= 1; d--) {
    pairs[d] = Math.floor(N / d) * Math.floor(M / d);
    for (let multiple = 2 * d; multiple <= limit; multiple += d) pairs[d] -= pairs[multiple];
  }
  return pairs;
}

/**
 * How many pairs (x, y), 1 ≤ x ≤ N and 1 ≤ y ≤ M, have no common divisor: Σ μ(d) · ⌊N/d⌋ · ⌊M/d⌋
 * (Möbius inversion), O(min(N, M)).
 * @param mobius μ(0..min(N, M)) at least
 */
export function countCoprimePairs(N: number, M: number, mobius: Int8Array): number {
  let count = 0;
  for (let d = 1; d <= Math.min(N, M); d++) {
    count += mobius[d] * Math.floor(N / d) * Math.floor(M / d);
  }
  return count;
}

/**
 * A sum over pairs of integers up to `limit`, taken apart by their gcd, at that index: what all pairs
 * of multiples of d add to it, without those whose gcd is a larger multiple of d, from the largest d
 * down. O(limit log limit).
 * @param ofMultiples the sum over all pairs of multiples of d
 */
export function sumsByGcd(limit: number, ofMultiples: (d: number) => bigint): bigint[] {
  const sums = new Array<bigint>(limit + 1).fill(0n);
  for (let d = limit; d >= 1; d--) {
    sums[d] = ofMultiples(d);
    for (let multiple = 2 * d; multiple <= limit; multiple += d) sums[d] -= sums[multiple];
  }
  return sums;
}
