/** How many positive divisors each integer up to `limit` has; 0 for 0. O(n log n). */
export function divisorCountsUpTo(limit: number): Int32Array {
  const counts = new Int32Array(limit + 1);
  for (let divisor = 1; divisor <= limit; divisor++) {
    for (let multiple = divisor; multiple <= limit; multiple += divisor) counts[multiple]++;
  }
  return counts;
}

/**
 * How many positive divisors the integers 1..n have together: the pairs (a, b) with a · b ≤ n, twice
 * those with a ≤ √n without those with both up to √n (Dirichlet's hyperbola). O(√n).
 */
export function sumOfDivisorCounts(n: number): number {
  let pairs = 0;
  let root = 0;
  for (let a = 1; a * a <= n; a++) {
    pairs += Math.floor(n / a);
    root = a;
  }
  return 2 * pairs - root * root;
}
