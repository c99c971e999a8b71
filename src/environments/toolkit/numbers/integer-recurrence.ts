import { combineRemainders } from "./chinese-remainders.ts";
import { isPrime } from "./factors.ts";
import { remainder } from "./modular.ts";
import { shortestRecurrence } from "./recurrences.ts";

/** Products of remainders are safe integers. */
const LARGEST_PRIME = 2 ** 26;

/**
 * Some c with a[n] = c[0] · a[n − 1] + c[1] · a[n − 2] + … modulo any number below 2^26, for integers a
 * that obey a recurrence with integer factors of at most half as many terms as are given. It is sought
 * modulo one prime after the other, until what these give is right for all given terms modulo the
 * number, which proves it for all others.
 * @param termsModulo the same terms modulo any number below 2^26
 */
export function integerRecurrence(
  termsModulo: (modulus: number) => readonly number[],
  modulus: number,
): number[] {
  const terms = termsModulo(modulus);
  let primes: number[] = [];
  let recurrences: number[][] = [];
  for (let prime = previousPrime(LARGEST_PRIME); ; prime = previousPrime(prime)) {
    const recurrence = shortestRecurrence(termsModulo(prime), prime);
    const longest = recurrences[0]?.length ?? 0;
    // Modulo few primes, the recurrence is shorter than it is.
    if (recurrence.length < longest) continue;
    if (recurrence.length > longest) [primes, recurrences] = [[], []];
    primes.push(prime);
    recurrences.push(recurrence);
    const product = primes.reduce((all, factor) => all * BigInt(factor), 1n);
    const integers = recurrence.map((_, back) => {
      const factor = combineRemainders(
        recurrences.map((factors) => factors[back]),
        primes,
      );
      return Number(remainder(2n * factor > product ? factor - product : factor, BigInt(modulus)));
    });
    if (holdsFor(terms, integers, modulus)) return integers;
  }
}

function previousPrime(above: number): number {
  let prime = above - 1;
  while (!isPrime(prime)) prime--;
  return prime;
}

/** Whether each term is right, by those before it. */
function holdsFor(
  terms: readonly number[],
  recurrence: readonly number[],
  modulus: number,
): boolean {
  return terms.every((term, place) => {
    if (place < recurrence.length) return true;
    const next = recurrence.reduce(
      (sum, factor, back) => (sum + factor * terms[place - 1 - back]) % modulus,
      0,
    );
    return next === term;
  });
}
