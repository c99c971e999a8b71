/** Greatest common divisor of two integers from 0 on. */
export function gcd(x: number, y: number): number {
  return y === 0 ? x : gcd(y, x % y);
}

/** The residue r of a fraction modulo a prime: under · r ≡ over. */
export function residueOf(over: bigint, under: bigint, prime: number): number {
  const modulus = BigInt(prime);
  let inverse = 1n;
  // Fermat: under^(p − 2).
  for (let [square, rest] = [under % modulus, modulus - 2n]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) inverse = (inverse * square) % modulus;
    square = (square * square) % modulus;
  }
  return Number((((over % modulus) + modulus) * inverse) % modulus);
}
