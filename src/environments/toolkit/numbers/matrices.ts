import { multiplyModulo, remainder } from "./modular.ts";

/** A matrix of remainders in [0, modulus), row by row. */
export type Matrix = readonly (readonly number[])[];

/** The identity matrix. */
export function identityMatrix(size: number, modulus: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 % modulus : 0)),
  );
}

/** The product of two matrices modulo a modulus below 2^53. O(n³). */
export function multiplyMatrices(a: Matrix, b: Matrix, modulus: number): number[][] {
  const width = b[0]?.length ?? 0;
  // Where whole sums of products stay safe, they are reduced once: ten times as fast.
  const isSafe = b.length * (modulus - 1) ** 2 <= Number.MAX_SAFE_INTEGER;
  return a.map((row) => {
    const sums = new Array<number>(width).fill(0);
    for (const [index, factor] of row.entries()) {
      if (factor === 0) continue;
      const other = b[index];
      for (let column = 0; column < width; column++) {
        if (isSafe) sums[column] += factor * other[column];
        else {
          const product = multiplyModulo(factor, other[column], modulus);
          sums[column] = (sums[column] + product) % modulus;
        }
      }
    }
    return isSafe ? sums.map((sum) => sum % modulus) : sums;
  });
}

/**
 * A row times a power of a square matrix: only squares of the matrix are multiplied, and the row by
 * those that the exponent needs. O(n³ log exponent).
 */
export function multiplyByPower(
  row: readonly number[],
  matrix: Matrix,
  exponent: number | bigint,
  modulus: number,
): number[] {
  let result = [...row];
  let square: Matrix = matrix;
  for (let rest = BigInt(exponent); rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) [result] = multiplyMatrices([result], square, modulus);
    if (rest > 1n) square = multiplyMatrices(square, square, modulus);
  }
  return result;
}

/** A power of a square matrix, by squaring. O(n³ log exponent). */
export function powerOfMatrix(matrix: Matrix, exponent: number | bigint, modulus: number) {
  let result = identityMatrix(matrix.length, modulus);
  let square = matrix.map((row) => [...row]);
  for (let rest = BigInt(exponent); rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = multiplyMatrices(result, square, modulus);
    square = multiplyMatrices(square, square, modulus);
  }
  return result;
}

/**
 * The determinant of a square integer matrix modulo any modulus below 2^53, prime or not: Gaussian
 * elimination whose steps are Euclid's on two rows. O(n³ + n² log modulus).
 */
export function determinantModulo(matrix: readonly (readonly number[])[], modulus: number): number {
  const rows = matrix.map((row) => row.map((value) => remainder(value, modulus)));
  let determinant = 1 % modulus;
  for (let pivot = 0; pivot < rows.length; pivot++) {
    for (let other = pivot + 1; other < rows.length; other++) {
      while (rows[other][pivot] !== 0) {
        const quotient = Math.floor(rows[pivot][pivot] / rows[other][pivot]);
        for (let column = pivot; column < rows.length; column++) {
          const part = multiplyModulo(quotient % modulus, rows[other][column], modulus);
          rows[pivot][column] = remainder(rows[pivot][column] - part, modulus);
        }
        [rows[pivot], rows[other]] = [rows[other], rows[pivot]];
        determinant = remainder(-determinant, modulus);
      }
    }
    determinant = multiplyModulo(determinant, rows[pivot][pivot], modulus);
  }
  return determinant;
}

/** The determinant of a square integer matrix, exactly: Bareiss' fraction-free elimination, O(n³). */
export function determinant(matrix: readonly (readonly bigint[])[]): bigint {
  const rows = matrix.map((row) => [...row]);
  let sign = 1n;
  let previous = 1n;
  for (let pivot = 0; pivot < rows.length - 1; pivot++) {
    if (rows[pivot][pivot] === 0n) {
      const other = rows.findIndex((row, index) => index > pivot && row[pivot] !== 0n);
      if (other === -1) return 0n;
      [rows[pivot], rows[other]] = [rows[other], rows[pivot]];
      sign = -sign;
    }
    for (let row = pivot + 1; row < rows.length; row++) {
      for (let column = pivot + 1; column < rows.length; column++) {
        const cross =
          rows[row][column] * rows[pivot][pivot] - rows[row][pivot] * rows[pivot][column];
        rows[row][column] = cross / previous;
      }
    }
    previous = rows[pivot][pivot];
  }
  return rows.length === 0 ? 1n : sign * rows[rows.length - 1][rows.length - 1];
}
