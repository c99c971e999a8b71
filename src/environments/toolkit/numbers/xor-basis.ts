/** The xor of some values, and which: as ranks among the independent ones, in order of insertion. */
export interface XorSelection {
  readonly value: number;
  readonly parts: readonly number[];
}

/**
 * A basis of all xors of subsets of the inserted integers, each in [0, 2^31): Gaussian elimination
 * over GF(2), one vector for each leading bit. O(bits) an operation.
 */
export class XorBasis {
  /** Bit operations take signed 32-bit integers: values have at most 31 bits. */
  static readonly MAX_BITS = 31;

  /** By leading bit; 0 where there is none. */
  readonly #vectors = new Int32Array(XorBasis.MAX_BITS);
  /** Which independent values a vector is the xor of: bit r for the one of rank r. */
  readonly #parts = new Int32Array(XorBasis.MAX_BITS);
  #rank = 0;

  /** How many of the inserted values were independent of those before them. */
  get rank(): number {
    return this.#rank;
  }

  /** As many independent values as the rank, with the same xors. */
  get vectors(): number[] {
    return [...this.#vectors].filter((vector) => vector !== 0);
  }

  /** Adds a value; false if it is a xor of those before, so that nothing changes. */
  insert(value: number): boolean {
    let rest = value;
    let parts = 1 << this.#rank;
    while (rest !== 0) {
      const lead = 31 - Math.clz32(rest);
      if (this.#vectors[lead] === 0) {
        this.#vectors[lead] = rest;
        this.#parts[lead] = parts;
        this.#rank++;
        return true;
      }
      rest ^= this.#vectors[lead];
      parts ^= this.#parts[lead];
    }
    return false;
  }

  /** The greatest xor of `start` with any subset of the inserted values. */
  greatest(start = 0): XorSelection {
    let value = start;
    let parts = 0;
    for (let lead = XorBasis.MAX_BITS - 1; lead >= 0; lead--) {
      if (this.#vectors[lead] === 0 || (value & (1 << lead)) !== 0) continue;
      value ^= this.#vectors[lead];
      parts ^= this.#parts[lead];
    }
    const ranks = Array.from({ length: this.#rank }, (_, rank) => rank);
    return { value, parts: ranks.filter((rank) => (parts & (1 << rank)) !== 0) };
  }
}
