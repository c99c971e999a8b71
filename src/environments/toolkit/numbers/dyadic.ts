/** Doubles as exact fractions numerator / 2^bits, and back. */
export interface Dyadic {
  readonly numerator: bigint;
  readonly bits: number;
}

/** A finite double, exactly. */
export function toDyadic(value: number): Dyadic {
  let [scaled, bits] = [value, 0];
  // Doubling is exact, and a double that is not an integer is far from the end of their range.
  for (; !Number.isInteger(scaled); bits++) scaled *= 2;
  return { numerator: BigInt(scaled), bits };
}

/** Bits that are kept before the last rounding: 53 count, one decides, one holds all the rest. */
const KEPT_BITS = 64;

/** The double nearest to numerator / 2^bits, ties to even; ±Infinity beyond their range. */
export function fromDyadic({ numerator, bits }: Dyadic): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const excess = Math.max(0, 4 * magnitude.toString(16).length - KEPT_BITS);
  const lost = BigInt.asUintN(excess, magnitude);
  const kept = (magnitude >> BigInt(excess)) | (lost === 0n ? 0n : 1n);
  const exponent = excess - bits;
  // Two steps, since 2^exponent alone may lie beyond the range of doubles.
  const half = Math.trunc(exponent / 2);
  const rounded = Number(kept) * 2 ** half * 2 ** (exponent - half);
  return numerator < 0n ? -rounded : rounded;
}
