import { exponentInFactorial } from "./factors.ts";
import { inverseModulo, multiplyModulo, powerModulo } from "./modular.ts";

/**
 * Binomials of any size modulo a prime power: factorials without the factors p, by periods of p^e,
 * and the exponents of p by Legendre (Granville, "Arithmetic properties of binomial coefficients",
 * 1997). O(p^e) once, O(log n) each.
 */
export class BinomialsModuloPrimePower {
  readonly #prime: number;
  readonly #modulus: number;
  /** The products of the numbers 1..k that p does not divide, for k < p^e. */
  readonly #products: number[] = [1];

  constructor(prime: number, exponent: number) {
    this.#prime = prime;
    this.#modulus = prime ** exponent;
    for (let k = 1; k < this.#modulus; k++) {
      const factor = k % prime === 0 ? 1 : k;
      this.#products.push(multiplyModulo(this.#products[k - 1], factor, this.#modulus));
    }
  }

  get modulus(): number {
    return this.#modulus;
  }

  /** C(n, k); 0 for k < 0 or k > n. */
  choose(n: number, k: number): number {
    if (k < 0 || k > n) return 0;
    const exponent =
      exponentInFactorial(this.#prime, n) -
      exponentInFactorial(this.#prime, k) -
      exponentInFactorial(this.#prime, n - k);
    const denominator = multiplyModulo(
      this.#withoutPrime(k),
      this.#withoutPrime(n - k),
      this.#modulus,
    );
    const unit = multiplyModulo(
      this.#withoutPrime(n),
      inverseModulo(denominator, this.#modulus),
      this.#modulus,
    );
    return multiplyModulo(unit, powerModulo(this.#prime, exponent, this.#modulus), this.#modulus);
  }

  /** n! without its factors p. */
  #withoutPrime(n: number): number {
    const period = this.#products[this.#modulus - 1];
    let product = 1;
    for (let rest = n; rest > 0; rest = Math.floor(rest / this.#prime)) {
      const periods = powerModulo(period, Math.floor(rest / this.#modulus), this.#modulus);
      const tail = this.#products[rest % this.#modulus];
      product = multiplyModulo(
        product,
        multiplyModulo(periods, tail, this.#modulus),
        this.#modulus,
      );
    }
    return product;
  }
}
