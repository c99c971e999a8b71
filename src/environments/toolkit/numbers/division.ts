/** ⌊a / b⌋ for integers of any sign, b ≠ 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** ⌈a / b⌉ for integers of any sign, b ≠ 0. */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

/** The smaller of two integers of any size. */
export function bigMin(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The larger of two integers of any size. */
export function bigMax(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
