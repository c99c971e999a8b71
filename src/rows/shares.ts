/**
 * Some counts and their sum, as a Fenwick tree: finding the one in which a number lies, and lowering
 * one, take logarithmic time.
 */
export class Shares {
  readonly #counts: number[];
  readonly #tree: Float64Array;
  #total = 0;

  constructor(counts: readonly number[]) {
    this.#counts = counts.map(() => 0);
    this.#tree = new Float64Array(counts.length + 1);
    for (const [index, count] of counts.entries()) this.take(index, -count);
  }

  get total(): number {
    return this.#total;
  }

  of(index: number): number {
    return this.#counts[index];
  }

  /** Lowers one of them. */
  take(index: number, amount: number): void {
    this.#counts[index] -= amount;
    this.#total -= amount;
    for (let node = index + 1; node < this.#tree.length; node += node & -node) {
      this.#tree[node] -= amount;
    }
  }

  /** The first one up to which the counts add up to more than `target`, which is below the total. */
  find(target: number): number {
    let before = 0;
    let left = target;
    let step = 2 ** Math.floor(Math.log2(this.#tree.length - 1));
    for (; step >= 1; step /= 2) {
      const node = before + step;
      if (node < this.#tree.length && this.#tree[node] <= left) {
        before = node;
        left -= this.#tree[node];
      }
    }
    return before;
  }
}
