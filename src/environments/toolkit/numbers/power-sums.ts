/** 1 + 2 + … + n for a safe integer n ≥ 0, exactly. */
export function sumUpTo(n: number): bigint {
  return (BigInt(n) * BigInt(n + 1)) / 2n;
}

/** 1² + 2² + … + n², exactly. */
export function sumOfSquaresUpTo(n: number): bigint {
  return (BigInt(n) * BigInt(n + 1) * (2n * BigInt(n) + 1n)) / 6n;
}
