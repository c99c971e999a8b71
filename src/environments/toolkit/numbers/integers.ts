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

/** (a · b) mod modulus for 0 ≤ a, b < modulus < 2^53, exact also where the product is not safe. */
export function multiplyModulo(a: number, b: number, modulus: number): number {
  const product = a * b;
  return Number.isSafeInteger(product)
    ? product % modulus
    : Number((BigInt(a) * BigInt(b)) % BigInt(modulus));
}

/** base^exponent mod modulus for 0 ≤ base, 0 ≤ exponent and modulus < 2^53, by squaring. */
export function powerModulo(base: number, exponent: number, modulus: number): number {
  let result = 1 % modulus;
  let square = base % modulus;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyModulo(result, square, modulus);
    square = multiplyModulo(square, square, modulus);
  }
  return result;
}

/** The primes up to `limit`, ascending: sieve of Eratosthenes, O(n log log n). */
export function primesUpTo(limit: number): number[] {
  const isComposite = new Uint8Array(limit + 1);
  const primes: number[] = [];
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (isComposite[candidate]) continue;
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple <= limit; multiple += candidate) {
      isComposite[multiple] = 1;
    }
  }
  return primes;
}
