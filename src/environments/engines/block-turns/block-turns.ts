/** A grid of different numbers, row by row, and the side of the blocks that turn. */
export interface Layout {
  readonly N: number;
  readonly M: number;
  readonly K: number;
}

/** The top-left corner of a block, as row and column. */
export type Corner = readonly [number, number];

export function listCorners({ N, M, K }: Layout): Corner[] {
  return Array.from({ length: N - K + 1 }, (_, row) =>
    Array.from({ length: M - K + 1 }, (_, column): Corner => [row, column]),
  ).flat();
}

/** Turns a block a quarter counterclockwise, in place. O(K²). */
export function turnBlock(cells: Int32Array, { M, K }: Layout, [row, column]: Corner): void {
  const block = new Int32Array(K * K);
  for (let x = 0; x < K; x++) {
    for (let y = 0; y < K; y++) block[(K - 1 - y) * K + x] = cells[(row + x) * M + column + y];
  }
  for (let x = 0; x < K; x++) {
    for (let y = 0; y < K; y++) cells[(row + x) * M + column + y] = block[x * K + y];
  }
}
