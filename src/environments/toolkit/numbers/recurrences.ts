import { inverseModulo, multiplyModulo, remainder } from "./modular.ts";

/**
 * The shortest c with a[n] = c[0] · a[n − 1] + c[1] · a[n − 2] + … modulo a prime, for terms that are
 * at least twice as many as c: Berlekamp and Massey. O(terms · c).
 */
export function shortestRecurrence(terms: readonly number[], prime: number): number[] {
  let current: number[] = [];
  // The recurrence before the last that got longer, what it missed there, and where.
  let former: number[] = [];
  let formerMiss = 1;
  let formerPlace = -1;
  for (const [place, term] of terms.entries()) {
    let miss = term;
    for (const [back, factor] of current.entries()) {
      miss = remainder(miss - multiplyModulo(factor, terms[place - 1 - back], prime), prime);
    }
    if (miss === 0) continue;
    const ratio = multiplyModulo(miss, inverseModulo(formerMiss, prime), prime);
    const shift = place - formerPlace - 1;
    const next = [...current];
    while (next.length < shift + 1 + former.length) next.push(0);
    next[shift] = (next[shift] + ratio) % prime;
    for (const [back, factor] of former.entries()) {
      const at = shift + 1 + back;
      next[at] = remainder(next[at] - multiplyModulo(ratio, factor, prime), prime);
    }
    if (next.length > current.length) [former, formerMiss, formerPlace] = [current, miss, place];
    current = next;
  }
  return current;
}

/** Sums of 2^12 products of two remainders are safe integers up to here. */
const LARGEST_MODULUS = 2 ** 20;

/**
 * The term of any index from 0 on of a sequence that begins with the given terms and goes on by a
 * recurrence c (as above, no longer than the terms) modulo a modulus up to 2^20: x^index modulo the
 * recurrence's polynomial (Fiduccia 1985). O(c² · log index).
 */
export function termOfRecurrence(
  recurrence: readonly number[],
  terms: readonly number[],
  index: bigint,
  modulus: number,
): number {
  if (modulus > LARGEST_MODULUS) throw new RangeError(`modulus ${modulus} exceeds 2^20`);
  if (index < BigInt(terms.length)) return terms[Number(index)] % modulus;
  const length = recurrence.length;
  // x^length = Σ c[back] · x^(length − 1 − back).
  const reduce = (product: number[]): number[] => {
    for (let power = product.length - 1; power >= length; power--) {
      const top = product[power] % modulus;
      if (top === 0) continue;
      for (let back = 0; back < length; back++) product[power - 1 - back] += top * recurrence[back];
    }
    return product.slice(0, length).map((value) => value % modulus);
  };
  let power: number[] = [1];
  for (const bit of index.toString(2)) {
    const square = new Array<number>(2 * power.length - 1 + Number(bit)).fill(0);
    for (let i = 0; i < power.length; i++) {
      for (let j = 0; j < power.length; j++) square[i + j + Number(bit)] += power[i] * power[j];
    }
    power = reduce(square);
  }
  return power.reduce((sum, factor, place) => (sum + factor * terms[place]) % modulus, 0);
}
