import { extendedGcd } from "./extended-gcd.ts";

const TWO_POW_16 = 2 ** 16;
const TWO_POW_32 = 2 ** 32;

/** (a · b) mod modulus for 0 ≤ a, b < modulus < 2^53, exact also where the product is not safe. */
export function multiplyModulo(a: number, b: number, modulus: number): number {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return product % modulus;
  if (modulus <= TWO_POW_32) {
    // Split into two products below 2^48 each: twenty times as fast as bigints.
    const high = Math.floor(b / TWO_POW_16);
    return (((a * high) % modulus) * TWO_POW_16 + a * (b % TWO_POW_16)) % modulus;
  }
  return Number((BigInt(a) * BigInt(b)) % BigInt(modulus));
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

/** The same for integers of any size. */
export function bigPowerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = remainder(base, modulus);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The remainder in [0, modulus) of an integer of any sign. */
export function remainder(value: bigint, modulus: bigint): bigint;
export function remainder(value: number, modulus: number): number;
export function remainder<Integer extends number | bigint>(
  value: Integer,
  modulus: Integer,
): number | bigint {
  if (typeof value === "bigint" && typeof modulus === "bigint") {
    const rest = value % modulus;
    return rest < 0n ? rest + modulus : rest;
  }
  const rest = Number(value) % Number(modulus);
  return rest < 0 ? rest + Number(modulus) : rest + 0; // + 0 turns −0 into 0
}

/**
 * The inverse of a value modulo any modulus from 2 on that has no common divisor with it, by
 * Euclid's algorithm.
 * @throws RangeError if the two have a common divisor
 */
export function inverseModulo(value: number, modulus: number): number {
  const [gcd, x] = extendedGcd(value % modulus, modulus);
  if (gcd !== 1) throw new RangeError(`${value} has no inverse modulo ${modulus}`);
  return remainder(x, modulus);
}
