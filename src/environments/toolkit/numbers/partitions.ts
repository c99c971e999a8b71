import {
  coefficientOfProduct,
  dividedByPart,
  type LongSeries,
  longCoefficient,
  oneLessShifted,
  timesTriangular,
  toLongSeries,
} from "./long-series.ts";

/** From K² of about 2 m on, the second method is the faster one. */
const MANY_PARTS = 2;
/** Series so short are multiplied as bigints. */
const SHORT = 1000;

/**
 * The partitions of N into exactly K positive integers, whose order does not matter, 1 ≤ K ≤ N.
 *
 * One taken off each part, these are the partitions of m = N − K into at most K parts, or
 * (transposed) into parts of at most K: the coefficient of x^m in the product of 1 / (1 − x^i) for
 * i = 1..K. Few factors are multiplied one by one. Of many, the product over all i is corrected by
 * those for i > K.
 */
export function countPartitions(N: number, K: number): bigint {
  const m = N - K;
  if (K * K > MANY_PARTS * m) return coefficientOverEuler(productBeyond(K, m));
  const parts = Array.from({ length: K }, (_, index) => index + 1);
  return coefficientOfProduct([1], parts, true, m);
}

/**
 * The product of 1 − x^i over all i > K, up to x^m: the alternating sum over r of
 * x^(rK + r(r+1)/2) / ((1 − x) ⋯ (1 − x^r)) (Euler), as 1 − x^(K+1) / (1 − x) · (1 − x^(K+2) /
 * (1 − x²) · (1 − …)). O(m √m) additions at most.
 */
function productBeyond(K: number, m: number): LongSeries {
  let r = 0;
  let rest = m;
  while (rest >= K + r + 1) rest -= K + ++r;
  let product = toLongSeries([1], rest);
  for (; r > 0; r--) product = oneLessShifted(dividedByPart(product, r), K + r);
  return product;
}

/**
 * The last coefficient of a series divided by φ(x), the product of 1 − x^i over all i. By Gauss,
 * 1 / φ(x) is the sum of all x^(k(k + 1)/2), divided by φ(x²)²: multiplied by that sum, every second
 * coefficient is left and the power of φ doubles, until the series is short. O(m √m) additions.
 */
function coefficientOverEuler(series: LongSeries): bigint {
  let power = 1;
  let rest = series;
  while (rest[0].length > SHORT) {
    for (let index = 1; index < power; index++) rest = timesTriangular(rest);
    rest = timesTriangular(rest, rest[0].length % 2 === 1 ? 0 : 1);
    power *= 2;
  }
  const last = rest[0].length - 1;
  return partitionsOfColours(power, last).reduce(
    (sum, count, n) => sum + count * longCoefficient(rest, last - n),
    0n,
  );
}

/**
 * The partitions of 0..last into parts of some colours: the coefficients f of φ^(−colours), from
 * φ · x f′ = −colours · xφ′ · f and Euler's pentagonal numbers g, the exponents of φ = Σ ±x^g.
 */
function partitionsOfColours(colours: number, last: number): bigint[] {
  const counts = [1n];
  for (let n = 1; n <= last; n++) {
    let sum = 0n;
    for (let k = 1, g = 1; g <= n; k++, g += 3 * k - 2) {
      let terms = 0n;
      for (const pentagonal of [g, g + k]) {
        if (pentagonal > n) continue;
        terms += BigInt(n + (colours - 1) * pentagonal) * counts[n - pentagonal];
      }
      sum += k % 2 === 1 ? terms : -terms;
    }
    counts.push(sum / BigInt(n));
  }
  return counts;
}
