import { inverseModulo, multiplyModulo, remainder } from "./modular.ts";

/**
 * The integer in [0, product of the moduli) with the given remainders: Chinese remainder theorem for
 * moduli without common divisors, below 2^53 each (Garner's mixed radix).
 */
export function combineRemainders(
  remainders: readonly number[],
  moduli: readonly number[],
): bigint {
  let value = 0n;
  let product = 1n;
  for (const [index, modulus] of moduli.entries()) {
    const missing = remainder(remainders[index] - Number(value % BigInt(modulus)), modulus);
    const scale = inverseModulo(Number(product % BigInt(modulus)), modulus);
    value += product * BigInt(multiplyModulo(missing, scale, modulus));
    product *= BigInt(modulus);
  }
  return value;
}
