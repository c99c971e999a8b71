/**
 * A two-dimensional Fenwick tree of items, numbered from 0: the one of greatest value in a prefix
 * rectangle, O(log rows · log columns) an operation (Fenwick 1994, with maxima instead of sums).
 */
export class PrefixMaxima {
  readonly #rows: number;
  readonly #columns: number;
  readonly #values: ArrayLike<number>;
  readonly #items: Int32Array;

  /**
   * Rows and columns count from 1.
   * @param values the value of each item, which must be set before the item is offered
   */
  constructor(rows: number, columns: number, values: ArrayLike<number>) {
    this.#rows = rows;
    this.#columns = columns;
    this.#values = values;
    this.#items = new Int32Array((rows + 1) * (columns + 1)).fill(-1);
  }

  /** The item of greatest value in rows 1..row and columns 1..column; −1 if there is none. */
  best(row: number, column: number): number {
    let best = -1;
    for (let r = row; r > 0; r -= r & -r) {
      for (let c = column; c > 0; c -= c & -c) {
        best = this.#better(best, this.#items[r * (this.#columns + 1) + c]);
      }
    }
    return best;
  }

  /** Puts an item at a row and column. */
  offer(row: number, column: number, item: number): void {
    for (let r = row; r <= this.#rows; r += r & -r) {
      for (let c = column; c <= this.#columns; c += c & -c) {
        const cell = r * (this.#columns + 1) + c;
        this.#items[cell] = this.#better(this.#items[cell], item);
      }
    }
  }

  #better(a: number, b: number): number {
    return b !== -1 && (a === -1 || this.#values[b] > this.#values[a]) ? b : a;
  }
}
