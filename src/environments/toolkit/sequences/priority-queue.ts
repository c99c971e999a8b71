/** A binary heap: items come out in ascending order of their keys. O(log n) an operation. */
export class PriorityQueue<Item> {
  readonly #items: Item[] = [];
  readonly #keys: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The smallest key; undefined when empty. */
  get firstKey(): number | undefined {
    return this.#keys[0];
  }

  /** The item of the smallest key; undefined when empty. */
  get first(): Item | undefined {
    return this.#items[0];
  }

  push(item: Item, key: number): void {
    let hole = this.#items.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.#keys[parent] <= key) break;
      this.#place(hole, this.#items[parent], this.#keys[parent]);
      hole = parent;
    }
    this.#place(hole, item, key);
  }

  /** Takes the item of the smallest key; undefined when empty. */
  pop(): Item | undefined {
    const first = this.#items[0];
    const item = this.#items.pop();
    const key = this.#keys.pop();
    if (item !== undefined && key !== undefined && this.#items.length > 0) this.#sink(item, key);
    return first;
  }

  #sink(item: Item, key: number): void {
    const size = this.#items.length;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#keys[child + 1] < this.#keys[child]) child++;
      if (this.#keys[child] >= key) break;
      this.#place(hole, this.#items[child], this.#keys[child]);
      hole = child;
    }
    this.#place(hole, item, key);
  }

  #place(index: number, item: Item, key: number): void {
    this.#items[index] = item;
    this.#keys[index] = key;
  }
}
