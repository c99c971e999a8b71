/** A prime and how often it divides a number. */
export type PrimePower = readonly [prime: number, exponent: number];

/** The prime factors of a positive safe integer, ascending: trial division, O(√n). */
export function factorize(n: number): PrimePower[] {
  const factors: PrimePower[] = [];
  let rest = n;
  for (let divisor = 2; divisor * divisor <= rest; divisor += divisor === 2 ? 1 : 2) {
    let exponent = 0;
    for (; rest % divisor === 0; rest /= divisor) exponent++;
    if (exponent > 0) factors.push([divisor, exponent]);
  }
  if (rest > 1) factors.push([rest, 1]);
  return factors;
}

/** The positive divisors of a positive safe integer, ascending. O(√n). */
export function divisorsOf(n: number): number[] {
  let divisors = [1];
  for (const [prime, exponent] of factorize(n)) {
    let powers = divisors;
    for (let power = 1; power <= exponent; power++) {
      powers = powers.map((divisor) => divisor * prime);
      divisors = [...divisors, ...powers];
    }
  }
  return divisors.sort((a, b) => a - b);
}

/** Whether a safe integer is a prime. O(√n). */
export function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor += divisor === 2 ? 1 : 2) {
    if (n % divisor === 0) return false;
  }
  return true;
}

/** Euler's totient φ of a positive safe integer. O(√n). */
export function totient(n: number): number {
  let count = n;
  for (const [prime] of factorize(n)) count -= count / prime;
  return count;
}

/** How often a prime divides n!: ⌊n/p⌋ + ⌊n/p²⌋ + … (Legendre). */
export function exponentInFactorial(prime: number, n: number): number {
  let exponent = 0;
  for (let rest = Math.floor(n / prime); rest > 0; rest = Math.floor(rest / prime)) {
    exponent += rest;
  }
  return exponent;
}
