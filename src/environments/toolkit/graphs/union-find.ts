/** Disjoint sets of 0..size−1 with path halving and union by size: near-constant operations. */
export class UnionFind {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;
  /** How many sets there are. */
  count: number;

  constructor(size: number) {
    // A loop: Int32Array.from with a mapping function takes ten times as long.
    this.#parent = new Int32Array(size);
    for (let element = 0; element < size; element++) this.#parent[element] = element;
    this.#size = new Int32Array(size).fill(1);
    this.count = size;
  }

  /** The representative of the element's set. */
  find(element: number): number {
    const parent = this.#parent;
    let root = element;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** Unites the sets of two elements; false if they were one already. */
  unite(a: number, b: number): boolean {
    let [large, small] = [this.find(a), this.find(b)];
    if (large === small) return false;
    if (this.#size[large] < this.#size[small]) [large, small] = [small, large];
    this.#parent[small] = large;
    this.#size[large] += this.#size[small];
    this.count--;
    return true;
  }
}
