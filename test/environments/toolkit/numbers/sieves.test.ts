import { expect, test } from "vitest";
import {
  divisorsOf,
  exponentInFactorial,
  factorize,
  isPrime,
  totient,
} from "../../../../src/environments/toolkit/numbers/factors.ts";
import { bigLcm, gcd } from "../../../../src/environments/toolkit/numbers/gcd.ts";
import {
  leastPrimeFactors,
  mobiusUpTo,
  primesUpTo,
  totientsUpTo,
} from "../../../../src/environments/toolkit/numbers/sieves.ts";

const LIMIT = 200;
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const divisors = (n: number) => upTo(n).filter((d) => n % d === 0);

test("sieves agree with the definitions", () => {
  const [least, mobius, totients] = [
    leastPrimeFactors(LIMIT),
    mobiusUpTo(LIMIT),
    totientsUpTo(LIMIT),
  ];
  expect(primesUpTo(30)).toEqual([2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
  for (const n of upTo(LIMIT)) {
    if (n > 1) expect(least[n]).toBe(divisors(n)[1]);
    expect(totients[n]).toBe(upTo(n).filter((k) => gcd(k, n) === 1).length);
    // Σ μ(d) over the divisors is 1 for 1 and 0 else, which determines μ.
    expect(divisors(n).reduce((sum, d) => sum + mobius[d], 0)).toBe(n === 1 ? 1 : 0);
  }
});

test("factors, divisors, totients of single numbers", () => {
  expect(factorize(1)).toEqual([]);
  expect(factorize(360)).toEqual([
    [2, 3],
    [3, 2],
    [5, 1],
  ]);
  expect(factorize(2 ** 31 - 1)).toEqual([[2 ** 31 - 1, 1]]);
  for (const n of upTo(LIMIT)) {
    expect(divisorsOf(n)).toEqual(divisors(n));
    expect(isPrime(n)).toBe(divisors(n).length === 2);
    expect(totient(n)).toBe(upTo(n).filter((k) => gcd(k, n) === 1).length);
  }
  expect(exponentInFactorial(2, 10)).toBe(8);
  expect(bigLcm(4n, -6n)).toBe(12n);
  expect(bigLcm(0n, 6n)).toBe(0n);
});
