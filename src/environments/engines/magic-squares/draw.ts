import type { Random } from "../../toolkit/random/random.ts";

/**
 * A random magic square of order N, which holds 1..N² once each: one of the known constructions, under
 * a random map that keeps all sums. Orders 1 and from 3 on.
 */
export function drawMagicSquare(N: number, random: Random): number[][] {
  const square = drawBasicSquare(N, random);
  const order = drawSymmetric(N, random);
  const isComplemented = random.chance(0.5);
  const isTransposed = random.chance(0.5);
  const [flipsRows, flipsColumns] = [random.chance(0.5), random.chance(0.5)];
  return fill(N, (row, column) => {
    const [i, j] = isTransposed ? [column, row] : [row, column];
    const value = square[order[flipsRows ? N - 1 - i : i]][order[flipsColumns ? N - 1 - j : j]];
    return isComplemented ? N * N + 1 - value : value;
  });
}

/** A magic square of order N: of two auxiliary squares where N is odd or a multiple of 4, else by LUX. */
function drawBasicSquare(N: number, random: Random): number[][] {
  if (N % 2 === 1) return drawOdd(N, random);
  return N % 4 === 0 ? drawDoublyEven(N, random) : toSinglyEven(drawOdd(N / 2, random));
}

function fill(N: number, value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: N }, (_, row) =>
    Array.from({ length: N }, (_, column) => value(row, column)),
  );
}

/** Two orthogonal Latin squares, whose one broken diagonal each holds the mean. */
function drawOdd(N: number, random: Random): number[][] {
  const mean = (N - 1) / 2;
  const withMeanAt = (place: number) => {
    const values = random.permutation(N);
    const at = values.indexOf(mean);
    [values[at], values[place]] = [values[place], values[at]];
    return values;
  };
  const [alpha, beta] = [withMeanAt(N - 1), withMeanAt(0)];
  return fill(N, (i, j) => N * alpha[(i + j) % N] + beta[(i - j + N) % N] + 1);
}

/** Rows and columns numbered symmetrically, and the values on a pattern replaced by their complements. */
function drawDoublyEven(N: number, random: Random): number[][] {
  const [a, b] = [drawSymmetric(N, random), drawSymmetric(N, random)];
  return fill(N, (i, j) => {
    const value = N * a[i] + b[j] + 1;
    return i % 4 === j % 4 || (i % 4) + (j % 4) === 3 ? N * N + 1 - value : value;
  });
}

/** Conway's LUX: each cell of an odd square becomes a block of four values, in one of three orders. */
function toSinglyEven(odd: readonly (readonly number[])[]): number[][] {
  const k = (odd.length - 1) / 2;
  const [L, U, X] = [
    [4, 1, 2, 3],
    [1, 4, 2, 3],
    [1, 4, 3, 2],
  ];
  const orderOf = (i: number, j: number) => {
    if (j === k && (i === k || i === k + 1)) return i === k ? U : L;
    return i <= k ? L : i === k + 1 ? U : X;
  };
  return fill(2 * odd.length, (row, column) => {
    const [i, j] = [row >> 1, column >> 1];
    return 4 * (odd[i][j] - 1) + orderOf(i, j)[2 * (row % 2) + (column % 2)];
  });
}

/** A permutation of 0..N − 1 that takes opposite places to opposite values. */
function drawSymmetric(N: number, random: Random): number[] {
  const half = Math.floor(N / 2);
  const values = new Array<number>(N).fill((N - 1) / 2);
  for (const [place, pair] of random.permutation(half).entries()) {
    values[place] = random.chance(0.5) ? pair : N - 1 - pair;
    values[N - 1 - place] = N - 1 - values[place];
  }
  return values;
}
