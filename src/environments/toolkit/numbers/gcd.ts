/** Greatest common divisor of two integers, not negative; gcd(0, 0) = 0. Euclid, O(log). */
export function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** Greatest common divisor of two integers of any size, not negative. */
export function bigGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Least common multiple of two integers of any size, not negative; 0 if one of them is. */
export function bigLcm(a: bigint, b: bigint): bigint {
  if (a === 0n || b === 0n) return 0n;
  const product = (a / bigGcd(a, b)) * b;
  return product < 0n ? -product : product;
}
