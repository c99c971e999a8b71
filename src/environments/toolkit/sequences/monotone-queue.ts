/**
 * The best item of a window that moves from left to right over the items 0, 1, 2, …: push each item
 * that comes in, drop those that have left. Only items that are better than everything after them
 * are kept, so that the first is the best: O(1) an item, amortised.
 */
export class MonotoneQueue {
  readonly #items: number[] = [];
  readonly #isBetter: (item: number, other: number) => boolean;
  #first = 0;

  /** @param isBetter whether an item is strictly better than another */
  constructor(isBetter: (item: number, other: number) => boolean) {
    this.#isBetter = isBetter;
  }

  /** The best item of the window, the last of several; the window must not be empty. */
  get best(): number {
    return this.#items[this.#first];
  }

  /** Adds the next item, larger than all before it. */
  push(item: number): void {
    const items = this.#items;
    while (items.length > this.#first && !this.#isBetter(items[items.length - 1], item)) {
      items.pop();
    }
    items.push(item);
  }

  /** Drops the items below `item`. */
  dropBefore(item: number): void {
    while (this.#items[this.#first] < item) this.#first++;
  }
}
