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

/** For each integer up to `limit`, its least prime factor; 0 for 0 and 1. O(n log log n). */
export function leastPrimeFactors(limit: number): Int32Array {
  const least = new Int32Array(limit + 1);
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (least[candidate] !== 0) continue;
    for (let multiple = candidate; multiple <= limit; multiple += candidate) {
      if (least[multiple] === 0) least[multiple] = candidate;
    }
  }
  return least;
}

/** The Möbius function μ(0..limit), with μ(0) = 0. O(n log log n). */
export function mobiusUpTo(limit: number): Int8Array {
  const least = leastPrimeFactors(limit);
  const mobius = new Int8Array(limit + 1);
  for (let n = 1; n <= limit; n++) {
    if (n === 1) {
      mobius[n] = 1;
      continue;
    }
    const rest = n / least[n];
    mobius[n] = rest % least[n] === 0 ? 0 : -mobius[rest];
  }
  return mobius;
}

/** Euler's totients φ(0..limit), with φ(0) = 0. O(n log log n). */
export function totientsUpTo(limit: number): Float64Array {
  const least = leastPrimeFactors(limit);
  const totients = new Float64Array(limit + 1);
  for (let n = 1; n <= limit; n++) {
    if (n === 1) {
      totients[n] = 1;
      continue;
    }
    const rest = n / least[n];
    totients[n] = totients[rest] * (rest % least[n] === 0 ? least[n] : least[n] - 1);
  }
  return totients;
}
