import { multiplyModulo, powerModulo } from "./modular.ts";

/** n!, exactly. */
export function factorial(n: number): bigint {
  let product = 1n;
  for (let factor = 2n; factor <= BigInt(n); factor++) product *= factor;
  return product;
}

/** The binomial C(n, k), exactly; 0 for k < 0 or k > n. O(min(k, n − k)). */
export function binomial(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  const last = Math.min(k, n - k);
  for (let index = 1; index <= last; index++) {
    result = (result * BigInt(n - last + index)) / BigInt(index);
  }
  return result;
}

/** Factorials and binomials up to n modulo a prime above n: O(n) once, O(1) each. */
export class BinomialsModulo {
  readonly #modulus: number;
  readonly #factorials: number[] = [1];
  readonly #inverses: number[];

  /** @param prime below 2^53, above n: else some factorials have no inverse */
  constructor(n: number, prime: number) {
    if (prime <= n) throw new RangeError(`the prime ${prime} must be above ${n}`);
    this.#modulus = prime;
    for (let k = 1; k <= n; k++) {
      this.#factorials.push(multiplyModulo(this.#factorials[k - 1], k, prime));
    }
    this.#inverses = new Array<number>(n + 1);
    this.#inverses[n] = powerModulo(this.#factorials[n], prime - 2, prime);
    for (let k = n; k > 0; k--) {
      this.#inverses[k - 1] = multiplyModulo(this.#inverses[k], k, prime);
    }
  }

  factorial(n: number): number {
    return this.#factorials[n];
  }

  /** 1 / n!. */
  inverseFactorial(n: number): number {
    return this.#inverses[n];
  }

  /** C(n, k); 0 for k < 0 or k > n. */
  choose(n: number, k: number): number {
    if (k < 0 || k > n) return 0;
    const numerator = multiplyModulo(this.#factorials[n], this.#inverses[k], this.#modulus);
    return multiplyModulo(numerator, this.#inverses[n - k], this.#modulus);
  }
}

/** C(n, k) modulo a small prime, of any n: digit by digit in base p (Lucas), O(p + log n). */
export function binomialByLucas(n: number, k: number, prime: number): number {
  const small = new BinomialsModulo(prime - 1, prime);
  let result = 1 % prime;
  for (let [a, b] = [n, k]; b > 0; [a, b] = [Math.floor(a / prime), Math.floor(b / prime)]) {
    result = multiplyModulo(result, small.choose(a % prime, b % prime), prime);
    if (result === 0) return 0;
  }
  return k < 0 ? 0 : result;
}

/** Pascal's triangle up to row n modulo any modulus: row i holds C(i, 0..i). O(n²). */
export function pascalTriangleModulo(n: number, modulus: number): number[][] {
  const rows = [[1 % modulus]];
  for (let row = 1; row <= n; row++) {
    const above = rows[row - 1];
    rows.push(
      Array.from({ length: row + 1 }, (_, k) => ((above[k - 1] ?? 0) + (above[k] ?? 0)) % modulus),
    );
  }
  return rows;
}

/** C(0, k), …, C(n, k) modulo any modulus: Pascal's triangle column after column. O(n · k). */
export function binomialColumnModulo(n: number, k: number, modulus: number): Int32Array {
  const column = new Int32Array(n + 1).fill(1 % modulus);
  for (let index = 1; index <= k; index++) {
    let above = 0;
    for (let row = 0; row <= n; row++) {
      // C(row, index) = C(row − 1, index) + C(row − 1, index − 1).
      const left = column[row];
      column[row] = above;
      above = (above + left) % modulus;
    }
  }
  return column;
}

/** Pascal's triangle up to row n, exactly. O(n²) additions. */
export function pascalTriangle(n: number): bigint[][] {
  const rows = [[1n]];
  for (let row = 1; row <= n; row++) {
    const above = rows[row - 1];
    rows.push(Array.from({ length: row + 1 }, (_, k) => (above[k - 1] ?? 0n) + (above[k] ?? 0n)));
  }
  return rows;
}
