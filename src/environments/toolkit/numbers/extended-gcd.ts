/**
 * `[g, x, y]` with a·x + b·y = g, the greatest common divisor of a and b ≥ 0 (not both 0): extended
 * Euclid, O(log). |x| ≤ b/g and |y| ≤ a/g unless one of the two divides the other.
 */
export function extendedGcd(a: number, b: number): [g: number, x: number, y: number] {
  let [g, x, y] = [a, 1, 0];
  let [nextG, nextX, nextY] = [b, 0, 1];
  while (nextG !== 0) {
    const quotient = Math.floor(g / nextG);
    [g, nextG] = [nextG, g - quotient * nextG];
    [x, nextX] = [nextX, x - quotient * nextX];
    [y, nextY] = [nextY, y - quotient * nextY];
  }
  return [g, x, y];
}

/** The same for integers of any size and sign; g is positive unless both are 0. */
export function bigExtendedGcd(a: bigint, b: bigint): [g: bigint, x: bigint, y: bigint] {
  let [g, x, y] = [a, 1n, 0n];
  let [nextG, nextX, nextY] = [b, 0n, 1n];
  while (nextG !== 0n) {
    const quotient = g / nextG;
    [g, nextG] = [nextG, g - quotient * nextG];
    [x, nextX] = [nextX, x - quotient * nextX];
    [y, nextY] = [nextY, y - quotient * nextY];
  }
  return g < 0n ? [-g, -x, -y] : [g, x, y];
}
