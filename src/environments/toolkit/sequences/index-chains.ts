/**
 * The chains of `count` of the indices 0..size − 1, ascending, of least cost, where each index has a
 * cost and so has each pair of indices next to each other in the chain. Made once for its sizes, as
 * the tables are kept. Dynamic programming, O(count · (size − count)²) a search.
 */
export class IndexChains {
  readonly #size: number;
  readonly #count: number;
  readonly #slack: number;
  /** By place in the chain and index: the least cost of a chain up to it, and the index before. */
  readonly #best: Float64Array;
  readonly #before: Int8Array;

  /** @param size at most 127 */
  constructor(size: number, count: number) {
    this.#size = size;
    this.#count = count;
    this.#slack = size - count;
    this.#best = new Float64Array(count * size);
    this.#before = new Int8Array(count * size);
  }

  /** The least cost; `pairs` holds that of (i, j), i < j, at i · size + j. */
  leastCost(singles: ArrayLike<number>, pairs: ArrayLike<number>): number {
    const [size, slack, best] = [this.#size, this.#slack, this.#best];
    for (let index = 0; index <= slack; index++) best[index] = singles[index];
    for (let place = 1; place < this.#count; place++) {
      const [row, rowBefore] = [place * size, (place - 1) * size];
      for (let index = place; index <= place + slack; index++) {
        let least = Number.POSITIVE_INFINITY;
        let from = 0;
        for (let before = place - 1; before < index; before++) {
          const cost = best[rowBefore + before] + pairs[before * size + index];
          if (cost >= least) continue;
          least = cost;
          from = before;
        }
        best[row + index] = least + singles[index];
        this.#before[row + index] = from;
      }
    }
    return best[(this.#count - 1) * size + this.#lastOfBest()];
  }

  /** A chain of the least cost that was found last. */
  chain(): number[] {
    const chain = [this.#lastOfBest()];
    for (let place = this.#count - 1; place > 0; place--) {
      chain.push(this.#before[place * this.#size + chain[chain.length - 1]]);
    }
    return chain.reverse();
  }

  #lastOfBest(): number {
    const row = (this.#count - 1) * this.#size;
    let last = this.#count - 1;
    for (let index = last + 1; index < this.#size; index++) {
      if (this.#best[row + index] < this.#best[row + last]) last = index;
    }
    return last;
  }
}
