/** The largest reward that does not pass: a wrong answer never reaches 1 by rounding. */
const ALMOST_ONE = 1 - 2 ** -53;

/**
 * (numerator / denominator)^β below 1, for 0 ≤ numerator < denominator. Integers of any length are
 * divided correctly to about 16 digits; the result never rounds up to 1.
 */
export function powerOfRatio(
  numerator: number | bigint,
  denominator: number | bigint,
  beta: number,
): number {
  const ratio =
    typeof numerator === "number" && typeof denominator === "number"
      ? numerator / denominator
      : divideBig(BigInt(numerator), BigInt(denominator));
  return Math.min(ratio ** beta, ALMOST_ONE);
}

/** The quotient of two positive integers of any length as a double. */
function divideBig(numerator: bigint, denominator: bigint): number {
  const excess = bitLength(denominator) - bitLength(numerator);
  if (excess > 1100) return 0;
  const shift = BigInt(Math.max(0, 64 + excess));
  const quotient = (numerator << shift) / denominator;
  // Two steps, since 2^shift alone may lie beyond the range of doubles.
  return (Number(quotient) / 2 ** 60) * 2 ** (60 - Number(shift));
}

/** Bits of a non-negative integer, up to 3 too many: exact enough to scale a quotient. */
function bitLength(value: bigint): number {
  return 4 * value.toString(16).length;
}
